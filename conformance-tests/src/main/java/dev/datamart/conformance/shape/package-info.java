/** Answers against the schemas of the OpenAPI document. */
@NullMarked
package dev.datamart.conformance.shape;

import org.jspecify.annotations.NullMarked;
