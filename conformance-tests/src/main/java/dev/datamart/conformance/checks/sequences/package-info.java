/** Random sequences of all operations, each step predicted by the reference model. */
@NullMarked
package dev.datamart.conformance.checks.sequences;

import org.jspecify.annotations.NullMarked;
