/** The files of the console page. */
@NullMarked
package dev.datamart.mock.console;

import org.jspecify.annotations.NullMarked;
