/** Embeds: resources, rules, and how requests and answers spell them. */
@NullMarked
package dev.datamart.mock.api.embeds;

import org.jspecify.annotations.NullMarked;
