/** Texts, whoever chose them: how they are shown, which of them can name something. */
@NullMarked
package dev.datamart.mock.text;

import org.jspecify.annotations.NullMarked;
