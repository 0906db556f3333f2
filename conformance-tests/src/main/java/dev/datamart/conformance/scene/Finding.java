package dev.datamart.conformance.scene;

import dev.datamart.conformance.wire.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what was demanded and what was seen.
 *
 * @param exchange the request that showed it, where it was a single one
 */
public record Finding(String expected, String came, @Nullable Exchange exchange) {}
