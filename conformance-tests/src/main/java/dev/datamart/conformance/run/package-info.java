/** Runs checks and gives verdicts. Prints nothing. */
@NullMarked
package dev.datamart.conformance.run;

import org.jspecify.annotations.NullMarked;
