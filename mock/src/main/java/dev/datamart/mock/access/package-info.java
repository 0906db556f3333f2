/**
 * Who is calling: from a Bearer token to an organization and a kind of token. Knows nothing of
 * HTTP, nor of what the caller wants.
 */
@NullMarked
package dev.datamart.mock.access;

import org.jspecify.annotations.NullMarked;
