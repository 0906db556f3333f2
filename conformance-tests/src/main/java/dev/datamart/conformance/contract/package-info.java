/**
 * The contract as the suite speaks it: operations, their spellings, error situations. Knows no
 * HTTP.
 */
@NullMarked
package dev.datamart.conformance.contract;

import org.jspecify.annotations.NullMarked;
