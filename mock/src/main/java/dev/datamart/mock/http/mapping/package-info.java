/** Generated models to domain and back. Generated types stop here. */
@NullMarked
package dev.datamart.mock.http.mapping;

import org.jspecify.annotations.NullMarked;
