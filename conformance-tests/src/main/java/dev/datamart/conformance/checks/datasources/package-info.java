/** What is particular to datasources. */
@NullMarked
package dev.datamart.conformance.checks.datasources;

import org.jspecify.annotations.NullMarked;
