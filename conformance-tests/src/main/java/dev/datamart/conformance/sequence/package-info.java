/** Random sequences of calls, and whether a history can be explained. */
@NullMarked
package dev.datamart.conformance.sequence;

import org.jspecify.annotations.NullMarked;
