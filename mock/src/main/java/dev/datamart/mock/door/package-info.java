/**
 * One request of the API on its way: who may ask, what is deprecated, what fails on purpose, what
 * is written down.
 */
@NullMarked
package dev.datamart.mock.door;

import org.jspecify.annotations.NullMarked;
