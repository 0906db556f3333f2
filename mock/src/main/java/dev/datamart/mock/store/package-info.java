/** Where organizations live: one immutable value each, replaced whole, found by token. */
@NullMarked
package dev.datamart.mock.store;

import org.jspecify.annotations.NullMarked;
