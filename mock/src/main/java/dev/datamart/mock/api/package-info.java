/**
 * The vocabulary of every group of operations: the call, pages of lists, what a request must carry.
 * Names no group; what one of them does is in its own package below.
 */
@NullMarked
package dev.datamart.mock.api;

import org.jspecify.annotations.NullMarked;
