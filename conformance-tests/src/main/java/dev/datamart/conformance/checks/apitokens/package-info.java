/** What is particular to API tokens, which are the keys of data apps. */
@NullMarked
package dev.datamart.conformance.checks.apitokens;

import org.jspecify.annotations.NullMarked;
