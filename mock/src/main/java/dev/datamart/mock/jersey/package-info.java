/**
 * Jersey and its quirks: asks resources for an answer, and brings bodies and refusals through it.
 * Decides nothing.
 */
@NullMarked
package dev.datamart.mock.jersey;

import org.jspecify.annotations.NullMarked;
