/** The difference between two states of an organization, and what a delete would take along. */
@NullMarked
package dev.datamart.mock.history;

import org.jspecify.annotations.NullMarked;
