/** The least that a server on this stack can do: what the mock is compared with. */
@NullMarked
package dev.datamart.benchmark.floor;

import org.jspecify.annotations.NullMarked;
