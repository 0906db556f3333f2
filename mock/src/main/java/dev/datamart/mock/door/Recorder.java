package dev.datamart.mock.door;

import dev.datamart.mock.access.Caller;
import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.domain.Changed;
import dev.datamart.mock.history.Difference;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.http.HttpExchange;
import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.journal.Journal;
import dev.datamart.mock.operation.Routes.Route;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes exchanges into the journal, without working out anything that may never be looked at. */
final class Recorder {

  private static final Logger LOG = Logger.getLogger(Recorder.class.getName());
  private static final byte[] NONE = {};

  /** Longer than that of any browser. */
  private static final int MOST_AGENT_CHARS = 512;

  /** What an exchange takes beside its texts. */
  private static final long EXCHANGE_BYTES = 600;

  private final Journal journal;

  Recorder(Journal journal) {
    this.journal = journal;
  }

  /** Writes the exchange down, as far as anybody wants to know of it. */
  void record(ApiExchange exchange, Answer answer, String outcome) {
    if (LOG.isLoggable(Level.FINE)) {
      log(exchange, answer, outcome);
    }
    if (journal.isOn()) {
      journal.record(exchange.organizationId(), number -> entry(number, exchange, answer, outcome));
    } else {
      journal.pass();
    }
  }

  /** Returns null when the organization is gone: what was kept of it has been forgotten. */
  private @Nullable Exchange entry(
      long number, ApiExchange exchange, Answer answer, String outcome) {
    Caller caller = exchange.caller;
    if (caller != null && caller.state().isEnded()) {
      return null;
    }
    HttpExchange http = exchange.http;
    Route route = exchange.route;
    ApiCall call = exchange.call;
    String query = http.query();
    String agent = http.userAgent() == null ? "" : cut(http.userAgent(), MOST_AGENT_CHARS);
    String target = ascii(query == null ? exchange.path : exchange.path + "?" + query);
    byte[] sent = kept(call == null ? NONE : call.body());
    byte[] answered = kept(answer.body());
    List<String> warnings = warnings(route, call);
    int chars = target.length() + agent.length() + String.join("", warnings).length();
    long bytes = EXCHANGE_BYTES + 2L * chars + sent.length + answered.length;
    List<Changed<?>> changes = call == null ? null : call.changes();
    Difference difference = changes == null ? null : Difference.of(changes);
    long all = bytes + (difference == null ? 0 : difference.bytes());
    boolean isTooMuch = all > journal.mostExchangeBytes();
    return new Exchange(
        number,
        exchange.moment(),
        exchange.nanos(),
        exchange.organizationId(),
        route == null ? null : route.operation(),
        route == null ? null : route.family(),
        cut(http.method(), MOST_AGENT_CHARS),
        target,
        http.userAgent() == null ? null : agent,
        sent,
        answer.status(),
        answered,
        outcome,
        warnings,
        difference != null,
        isTooMuch ? null : difference,
        isTooMuch ? bytes : all);
  }

  /** One line, without what the caller chose: names and tokens are in the journal, masked. */
  private static void log(ApiExchange exchange, Answer answer, String outcome) {
    Route route = exchange.route;
    String organization = exchange.organizationId();
    Object[] words = {
      exchange.http.method(),
      route == null ? "(no operation)" : route.operation().id() + " " + route.family(),
      organization == null ? "(nobody)" : organization,
      answer.status(),
      outcome,
      exchange.nanos() / 1_000
    };
    LOG.log(Level.FINE, "{0} {1} by {2}: {3} {4} after {5} microseconds", words);
  }

  private static List<String> warnings(@Nullable Route route, @Nullable ApiCall call) {
    List<String> raised = call == null ? List.of() : List.copyOf(call.warnings());
    if (route == null || !route.family().isDeprecated()) {
      return raised;
    }
    return Stream.concat(raised.stream(), Stream.of("deprecated path")).toList();
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
