/** The program that checks a server over HTTP against the datamart contract. */
@NullMarked
package dev.datamart.conformance;

import org.jspecify.annotations.NullMarked;
