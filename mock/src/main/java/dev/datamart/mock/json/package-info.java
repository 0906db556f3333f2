/** The mapper between JSON and the generated models. */
@NullMarked
package dev.datamart.mock.json;

import org.jspecify.annotations.NullMarked;
