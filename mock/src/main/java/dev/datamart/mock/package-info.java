/** The mock as a program and as a handle for tests: options, start and stop. */
@NullMarked
package dev.datamart.mock;

import org.jspecify.annotations.NullMarked;
