/** Failures on purpose, as data: which calls they hit, what they do, how often. */
@NullMarked
package dev.datamart.mock.fault;

import org.jspecify.annotations.NullMarked;
