package dev.datamart.mock.admin;

import dev.datamart.mock.World;
import dev.datamart.mock.history.Difference;
import dev.datamart.mock.journal.Curl;
import dev.datamart.mock.journal.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as people and tests see it, with tokens masked.
 *
 * @param millis how long the answer took
 * @param status 0 when the connection was cut before an answer
 * @param difference what it changed; null when it changed nothing
 */
public record ShownExchange(
    long number,
    Instant at,
    double millis,
    @Nullable String organization,
    @Nullable String operation,
    @Nullable String family,
    String method,
    String target,
    @Nullable String userAgent,
    String request,
    int status,
    String answer,
    String outcome,
    List<String> warnings,
    @Nullable Difference difference,
    String curl) {

  /** Returns the exchange as it may be shown. */
  public static ShownExchange of(World world, Exchange e) {
    Masking masking = Masking.of(world, e);
    String target = masking.mask(e.target());
    String request = masking.mask(e.requestBody());
    return new ShownExchange(
        e.number(),
        e.at(),
        e.nanos() / 1_000_000.0,
        e.organizationId(),
        e.operation() == null ? null : e.operation().id(),
        e.family() == null ? null : e.family().name().toLowerCase(Locale.ROOT),
        e.method(),
        target,
        e.userAgent(),
        request,
        e.status(),
        masking.mask(e.answerBody()),
        e.outcome(),
        e.warnings(),
        difference(e),
        Curl.of(world.baseUri(), e.operation(), e.method(), target, request));
  }

  private static @Nullable Difference difference(Exchange e) {
    return e.before() == null || e.after() == null
        ? null
        : Difference.between(e.before(), e.after());
  }
}
