/** What is particular to workspaces. */
@NullMarked
package dev.datamart.conformance.checks.workspaces;

import org.jspecify.annotations.NullMarked;
