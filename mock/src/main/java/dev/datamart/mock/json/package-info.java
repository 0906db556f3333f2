/**
 * JSON as the contract reads and writes it: the mapper of the generated models, and refusals for
 * what cannot be read. Knows neither who reads nor what for.
 */
@NullMarked
package dev.datamart.mock.json;

import org.jspecify.annotations.NullMarked;
