/**
 * The state of the pretend service, as immutable plain values. Knows nothing of HTTP, JSON or the
 * system's clock.
 */
@NullMarked
package dev.datamart.mock.domain;

import org.jspecify.annotations.NullMarked;
