/** A small reference model of the service, and what is judged by it: sequences and histories. */
@NullMarked
package dev.datamart.conformance.model;

import org.jspecify.annotations.NullMarked;
