/**
 * The contract as a read-only value: operations, error situations and examples of {@code
 * openapi.yaml}. Says nothing that the document does not say, and knows nothing of HTTP clients or
 * servers.
 */
@NullMarked
package dev.datamart.spec;

import org.jspecify.annotations.NullMarked;
