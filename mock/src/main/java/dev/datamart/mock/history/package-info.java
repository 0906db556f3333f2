/**
 * The difference between two states of an organization, what a delete would take along, and ways
 * back.
 */
@NullMarked
package dev.datamart.mock.history;

import org.jspecify.annotations.NullMarked;
