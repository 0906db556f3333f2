/**
 * Builds {@code openapi.yaml} and {@code openapi-recommended.yaml} from {@code src/spec}: what
 * follows by rule is written here once. Knows nothing of any one group of operations.
 */
@NullMarked
package dev.datamart.spec.builder;

import org.jspecify.annotations.NullMarked;
