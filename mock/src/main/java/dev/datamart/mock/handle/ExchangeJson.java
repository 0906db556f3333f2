package dev.datamart.mock.handle;

import dev.datamart.mock.history.Difference;
import dev.datamart.mock.journal.Curl;
import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.journal.Journal;
import dev.datamart.mock.world.MockState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as people and tests see it, with tokens masked.
 *
 * @param millis how long the answer took
 * @param status 0 when the connection was cut before an answer
 * @param difference what it changed; null when it changed nothing
 * @param note why the difference is not there, where it should be
 */
public record ExchangeJson(
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
    @Nullable String note,
    String curl) {

  private static final String TOO_MUCH =
      "It changed too much for all of it to be kept here;"
          + " the difference between two versions of the organization tells it.";

  /** Returns the exchange as it may be shown. */
  static ExchangeJson of(MockState world, Exchange e) {
    TokenMask mask = TokenMask.of(world, e);
    String method = mask.mask(e.method());
    String target = mask.maskTarget(e.target());
    String request = mask.mask(e.requestBody());
    return new ExchangeJson(
        e.number(),
        e.at(),
        e.nanos() / 1_000_000.0,
        e.organizationId(),
        e.operation() == null ? null : e.operation().id(),
        e.family() == null ? null : e.family().word(),
        method,
        target,
        e.userAgent() == null ? null : mask.mask(e.userAgent()),
        request,
        e.status(),
        mask.mask(e.answerBody()),
        e.outcome(),
        e.warnings().stream().map(mask::mask).toList(),
        e.difference() == null ? null : e.difference().named(mask::mask),
        e.isChange() && e.difference() == null ? TOO_MUCH : null,
        curl(world, e, method, target, request));
  }

  /** A comment where pasting it would send something else: the journal keeps no longer bodies. */
  private static String curl(
      MockState world, Exchange e, String method, String target, String request) {
    String command = Curl.of(world.baseUri(), e.operation(), method, target, request);
    boolean isCut = e.requestBody().length >= Journal.MOST_BODY_BYTES;
    if (isCut) {
      return "# The body was longer than this: " + command;
    }
    return request.indexOf(0) < 0
        ? command
        : "# The body has a NUL, which no shell hands on: " + command;
  }
}
