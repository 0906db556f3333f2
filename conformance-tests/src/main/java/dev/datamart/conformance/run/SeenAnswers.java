package dev.datamart.conformance.run;

import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers in which nothing was found wrong. Most of a run's answers repeat earlier ones letter by
 * letter, and need no second look. For one thread.
 */
final class SeenAnswers {
  private static final int MOST_HELD = 8 << 20;

  private final Set<Answer> right = new HashSet<>();
  private int held;

  /** All that a watch may go by, but for the time of day. */
  private record Answer(
      Operation operation,
      Family family,
      RequestLine spelling,
      int status,
      Map<String, List<String>> headers,
      String body) {}

  boolean knows(Exchange exchange) {
    return exchange.json().isObject() && right.contains(answer(exchange));
  }

  /** Of what is no JSON the text tells too little: bytes that are no letters all look the same. */
  void add(Exchange exchange) {
    if (exchange.json().isObject()) {
      forgetBefore(exchange.body().length());
      right.add(answer(exchange));
    }
  }

  /** What was seen before only saves work, and a server can send without end. */
  private void forgetBefore(int more) {
    held += more;
    if (held > MOST_HELD) {
      right.clear();
      held = more;
    }
  }

  private static Answer answer(Exchange exchange) {
    Map<String, List<String>> headers = new TreeMap<>(exchange.headers());
    headers.remove("date");
    return new Answer(
        exchange.call().operation(),
        exchange.call().family(),
        exchange.call().spelling(),
        exchange.status(),
        headers,
        exchange.body());
  }
}
