/** Organizations to start from, read from JSON and written back to it. */
@NullMarked
package dev.datamart.mock.seed;

import org.jspecify.annotations.NullMarked;
