/**
 * The rehearsal of the deprecated paths' end: how they answer until then, and who still calls them.
 */
@NullMarked
package dev.datamart.mock.migration;

import org.jspecify.annotations.NullMarked;
