/** The vocabulary of the checks: spoilt requests, drafts, comparisons. Holds no requirement. */
@NullMarked
package dev.datamart.conformance.checks.shared;

import org.jspecify.annotations.NullMarked;
