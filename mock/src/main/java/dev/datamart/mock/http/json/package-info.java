/** JSON bodies in and out, and what to say of a body that cannot be read. */
@NullMarked
package dev.datamart.mock.http.json;

import org.jspecify.annotations.NullMarked;
