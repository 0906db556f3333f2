/** Organizations to start from, read from JSON and written back to it, whatever they own. */
@NullMarked
package dev.datamart.mock.seeds;

import org.jspecify.annotations.NullMarked;
