/**
 * What happened: every exchange, with the difference that it made. Written on the request path,
 * read on demand.
 */
@NullMarked
package dev.datamart.mock.journal;

import org.jspecify.annotations.NullMarked;
