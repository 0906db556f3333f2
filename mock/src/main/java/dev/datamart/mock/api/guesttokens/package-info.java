/** Guest tokens, which let end users see embeds: resource, rules, seed. */
@NullMarked
package dev.datamart.mock.api.guesttokens;

import org.jspecify.annotations.NullMarked;
