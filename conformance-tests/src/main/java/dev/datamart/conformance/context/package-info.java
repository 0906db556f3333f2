/** What a check works with: fixtures, requests, expectations. Knows no requirement by name. */
@NullMarked
package dev.datamart.conformance.context;

import org.jspecify.annotations.NullMarked;
