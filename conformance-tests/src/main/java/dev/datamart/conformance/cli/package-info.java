/** Command line: options in, exit code out. */
@NullMarked
package dev.datamart.conformance.cli;

import org.jspecify.annotations.NullMarked;
