/** Sockets: Grizzly and its quirks. Hands whole requests on and sends answers; decides nothing. */
@NullMarked
package dev.datamart.mock.grizzly;

import org.jspecify.annotations.NullMarked;
