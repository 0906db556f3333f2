/** What is particular to embeds. */
@NullMarked
package dev.datamart.conformance.checks.embeds;

import org.jspecify.annotations.NullMarked;
