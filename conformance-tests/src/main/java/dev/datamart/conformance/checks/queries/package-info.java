/** What a server owes the query of a metric. */
@NullMarked
package dev.datamart.conformance.checks.queries;

import org.jspecify.annotations.NullMarked;
