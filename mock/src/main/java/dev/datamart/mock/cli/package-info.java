/**
 * The command line: what is typed becomes options, and the program starts. Nothing else knows it,
 * and nothing that an embedding program needs is here.
 */
@NullMarked
package dev.datamart.mock.cli;

import org.jspecify.annotations.NullMarked;
