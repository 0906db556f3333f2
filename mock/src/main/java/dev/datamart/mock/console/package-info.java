/** The files of the console page, by their paths. Works the same whoever serves them. */
@NullMarked
package dev.datamart.mock.console;

import org.jspecify.annotations.NullMarked;
