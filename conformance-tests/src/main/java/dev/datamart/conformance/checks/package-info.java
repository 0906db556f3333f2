/** The catalogue: every requirement with its check, one class per part of the contract. */
@NullMarked
package dev.datamart.conformance.checks;

import org.jspecify.annotations.NullMarked;
