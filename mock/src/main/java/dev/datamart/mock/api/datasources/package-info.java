/** Datasources: what the API shows of them. */
@NullMarked
package dev.datamart.mock.api.datasources;

import org.jspecify.annotations.NullMarked;
