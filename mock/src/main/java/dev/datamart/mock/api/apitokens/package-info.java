/** API tokens, which are the keys of data apps: resource and rules. */
@NullMarked
package dev.datamart.mock.api.apitokens;

import org.jspecify.annotations.NullMarked;
