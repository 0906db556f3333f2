package dev.datamart.mock.door;

import dev.datamart.mock.access.Caller;
import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.grizzly.HttpExchange;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.journal.Journal;
import dev.datamart.mock.operation.Routes.Route;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes exchanges into the journal, without working out anything that may never be looked at. */
final class Recorder {

  private static final byte[] NONE = {};

  /** Longer than that of any browser. */
  private static final int MOST_AGENT_CHARS = 512;

  private Recorder() {}

  static void record(
      Journal journal,
      HttpExchange wire,
      @Nullable Route route,
      @Nullable Caller caller,
      @Nullable ApiCall call,
      Answer answer,
      FaultOutcome outcome,
      long startedAt) {
    Instant at =
        call != null
            ? call.now()
            : caller != null ? caller.state().clock().instant() : Instant.now();
    String query = wire.query();
    String target = ascii(query == null ? wire.path() : wire.path() + "?" + query);
    String agent = wire.userAgent();
    journal.record(
        number ->
            new Exchange(
                number,
                at,
                System.nanoTime() - startedAt,
                caller == null ? null : caller.state().id(),
                route == null ? null : route.operation(),
                route == null ? null : route.family(),
                cut(wire.method(), MOST_AGENT_CHARS),
                target,
                agent == null ? null : cut(agent, MOST_AGENT_CHARS),
                kept(call == null ? NONE : call.body()),
                answer.status(),
                kept(answer.body()),
                outcome.word(),
                warnings(route, call),
                call == null ? null : call.before(),
                call == null ? null : call.after()));
  }

  private static List<String> warnings(@Nullable Route route, @Nullable ApiCall call) {
    List<String> raised = call == null ? List.of() : call.warnings();
    if (route == null || !route.family().isDeprecated()) {
      return raised.isEmpty() ? List.of() : List.copyOf(raised);
    }
    List<String> all = new ArrayList<>(raised);
    all.add("deprecated path");
    return List.copyOf(all);
  }

  /** Bytes that no URL has, as it would have them, so that what is shown can be asked again. */
  private static String ascii(String target) {
    String whole = cut(target, Journal.MOST_BODY_BYTES);
    if (whole.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return whole;
    }
    StringBuilder ascii = new StringBuilder(whole.length() + 16);
    for (byte b : whole.getBytes(StandardCharsets.ISO_8859_1)) {
      if (b > ' ' && b < 0x7f) {
        ascii.append((char) b);
      } else {
        ascii.append(String.format("%%%02X", b & 0xff));
      }
    }
    return ascii.toString();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static byte[] kept(byte[] body) {
    return body.length <= Journal.MOST_BODY_BYTES
        ? body
        : Arrays.copyOf(body, Journal.MOST_BODY_BYTES);
  }
}
