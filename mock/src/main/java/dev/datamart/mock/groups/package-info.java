/**
 * The list of all groups of operations, for what serves them and for what reads and writes seeds.
 */
@NullMarked
package dev.datamart.mock.groups;

import org.jspecify.annotations.NullMarked;
