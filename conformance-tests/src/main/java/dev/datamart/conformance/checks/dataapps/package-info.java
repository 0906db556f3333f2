/** What is particular to data apps. */
@NullMarked
package dev.datamart.conformance.checks.dataapps;

import org.jspecify.annotations.NullMarked;
