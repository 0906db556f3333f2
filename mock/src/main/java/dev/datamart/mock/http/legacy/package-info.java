/**
 * The verb-suffix family: translates a request's shape and calls the same resource. Decides
 * nothing.
 */
@NullMarked
package dev.datamart.mock.http.legacy;

import org.jspecify.annotations.NullMarked;
