/** Time and identifiers, handed in, so that a run can be repeated. */
@NullMarked
package dev.datamart.mock.clock;

import org.jspecify.annotations.NullMarked;
