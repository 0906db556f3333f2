/**
 * The error catalogue: every situation in which the API refuses, with its status, code and words.
 */
@NullMarked
package dev.datamart.mock.problem;

import org.jspecify.annotations.NullMarked;
