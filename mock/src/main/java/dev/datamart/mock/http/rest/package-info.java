/** One class for each generated interface: map in, ask, map out. No rules. */
@NullMarked
package dev.datamart.mock.http.rest;

import org.jspecify.annotations.NullMarked;
