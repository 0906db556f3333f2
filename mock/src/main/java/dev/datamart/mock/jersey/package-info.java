/** Jersey and its quirks: asks resources for an answer, reads and writes their JSON bodies. */
@NullMarked
package dev.datamart.mock.jersey;

import org.jspecify.annotations.NullMarked;
