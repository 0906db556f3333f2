/**
 * What a request and an answer are, in our own words. No library of HTTP or JSON is known here, and
 * nothing of what is asked or answered.
 */
@NullMarked
package dev.datamart.mock.http;

import org.jspecify.annotations.NullMarked;
