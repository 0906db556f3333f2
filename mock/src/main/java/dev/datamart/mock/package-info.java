/** The handle for programs that embed the mock; all else is below. */
@NullMarked
package dev.datamart.mock;

import org.jspecify.annotations.NullMarked;
