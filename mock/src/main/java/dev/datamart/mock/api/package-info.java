/**
 * The vocabulary of every group of operations: the call, pages of lists, what a request must carry.
 */
@NullMarked
package dev.datamart.mock.api;

import org.jspecify.annotations.NullMarked;
