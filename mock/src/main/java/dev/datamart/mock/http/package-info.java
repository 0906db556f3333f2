/** An answer as it goes to the caller, in words that no library has a part in. */
@NullMarked
package dev.datamart.mock.http;

import org.jspecify.annotations.NullMarked;
