/**
 * What one server holds: organizations, seeds, faults, journal, clock, and the options that it was
 * started with. Holds and drops; what is done with it is above.
 */
@NullMarked
package dev.datamart.mock.world;

import org.jspecify.annotations.NullMarked;
