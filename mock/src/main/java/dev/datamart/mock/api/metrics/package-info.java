/** The metrics that an embed shows: resource and rules. */
@NullMarked
package dev.datamart.mock.api.metrics;

import org.jspecify.annotations.NullMarked;
