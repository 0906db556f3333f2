/** What is particular to datamarts. */
@NullMarked
package dev.datamart.conformance.checks.datamarts;

import org.jspecify.annotations.NullMarked;
