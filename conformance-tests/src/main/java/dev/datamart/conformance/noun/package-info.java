/**
 * The nouns of the API: how each is named, listed, made, changed and removed, and what of it the
 * contract knows. One file a noun. Sends nothing.
 */
@NullMarked
package dev.datamart.conformance.noun;

import org.jspecify.annotations.NullMarked;
