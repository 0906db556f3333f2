/** How many bytes each purpose may hold of the heap. Knows nothing of what is held. */
@NullMarked
package dev.datamart.mock.memory;

import org.jspecify.annotations.NullMarked;
