/**
 * How a seed file is read, line by line, and what a group says of the things in it. Knows no group.
 */
@NullMarked
package dev.datamart.mock.seed;

import org.jspecify.annotations.NullMarked;
