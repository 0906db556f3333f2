/** The suite as JUnit tests of an implementer's own build. */
@NullMarked
package dev.datamart.conformance.junit;

import org.jspecify.annotations.NullMarked;
