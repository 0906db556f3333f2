/**
 * What the programs share in reading what was typed (words as they were typed, files by name, the
 * name that was meant) and in showing what others wrote. Knows no option and needs no library.
 */
@NullMarked
package dev.datamart.cli;

import org.jspecify.annotations.NullMarked;
