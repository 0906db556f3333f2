/** What a server owes the operations on the metrics that an embed shows. */
@NullMarked
package dev.datamart.conformance.checks.metrics;

import org.jspecify.annotations.NullMarked;
