/**
 * What the programs share in reading what was typed: words as they were typed, files by name, and
 * the name that was meant. Knows no option and needs no library.
 */
@NullMarked
package dev.datamart.cli;

import org.jspecify.annotations.NullMarked;
