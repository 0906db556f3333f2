/** Queries of metrics: resource, and the rows of a server that runs no queries. */
@NullMarked
package dev.datamart.mock.api.queries;

import org.jspecify.annotations.NullMarked;
