/** What is demanded of many operations alike: written once, run for each. */
@NullMarked
package dev.datamart.conformance.checks.crosscutting;

import org.jspecify.annotations.NullMarked;
