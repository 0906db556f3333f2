/** Writes the Java types that follow from the document: operations, error situations, members. */
@NullMarked
package dev.datamart.spec.java;

import org.jspecify.annotations.NullMarked;
