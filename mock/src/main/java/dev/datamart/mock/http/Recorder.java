package dev.datamart.mock.http;

import dev.datamart.mock.access.Caller;
import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.journal.Journal;
import dev.datamart.mock.operation.Routes.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes exchanges into the journal, without working out anything that may never be looked at. */
final class Recorder {

  private static final byte[] NONE = {};

  private Recorder() {}

  static void record(
      Journal journal,
      Wire wire,
      @Nullable Route route,
      @Nullable Caller caller,
      @Nullable Call call,
      Answer answer,
      Outcome outcome,
      long startedAt) {
    Instant at =
        call != null
            ? call.now()
            : caller != null ? caller.state().clock().instant() : Instant.now();
    String query = wire.query();
    String target = query == null ? wire.path() : wire.path() + "?" + query;
    journal.record(
        number ->
            new Exchange(
                number,
                at,
                System.nanoTime() - startedAt,
                caller == null ? null : caller.state().id(),
                route == null ? null : route.operation(),
                route == null ? null : route.family(),
                wire.method(),
                target,
                wire.userAgent(),
                kept(call == null ? NONE : call.body()),
                answer.status(),
                kept(answer.body()),
                outcome.word(),
                warnings(route, call),
                call == null ? null : call.before(),
                call == null ? null : call.after()));
  }

  private static List<String> warnings(@Nullable Route route, @Nullable Call call) {
    List<String> raised = call == null ? List.of() : call.warnings();
    if (route == null || !route.family().isDeprecated()) {
      return raised.isEmpty() ? List.of() : List.copyOf(raised);
    }
    List<String> all = new ArrayList<>(raised);
    all.add("deprecated path");
    return List.copyOf(all);
  }

  private static byte[] kept(byte[] body) {
    return body.length <= Journal.MOST_BODY_BYTES
        ? body
        : Arrays.copyOf(body, Journal.MOST_BODY_BYTES);
  }
}
