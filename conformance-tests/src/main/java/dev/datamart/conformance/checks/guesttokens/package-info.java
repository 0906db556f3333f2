/** What is particular to guest tokens. */
@NullMarked
package dev.datamart.conformance.checks.guesttokens;

import org.jspecify.annotations.NullMarked;
