/** Requests and answers as they went over the wire. Judges nothing. */
@NullMarked
package dev.datamart.conformance.wire;

import org.jspecify.annotations.NullMarked;
