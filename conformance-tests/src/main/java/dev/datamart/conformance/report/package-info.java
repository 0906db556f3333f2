/** Renderings of one finished run. Decides nothing. */
@NullMarked
package dev.datamart.conformance.report;

import org.jspecify.annotations.NullMarked;
