/**
 * Sockets: Grizzly and its quirks. Hands whole requests on, and sends answers in the way that they
 * are to go out; what they say is decided elsewhere.
 */
@NullMarked
package dev.datamart.mock.grizzly;

import org.jspecify.annotations.NullMarked;
