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

  /**
   * All that a watch may go by, but for the time of day. Of what is no JSON the text tells too
   * little: bytes that are no letters all look the same.
   */
  record Answer(
      Operation operation,
      Family family,
      RequestLine spelling,
      int status,
      Map<String, List<String>> headers,
      String body,
      boolean isJson) {

    static Answer of(Exchange exchange) {
      Map<String, List<String>> headers = new TreeMap<>(exchange.headers());
      headers.remove("date");
      return new Answer(
          exchange.call().operation(),
          exchange.call().family(),
          exchange.call().spelling(),
          exchange.status(),
          headers,
          exchange.body(),
          exchange.json().isObject());
    }
  }

  boolean knows(Answer answer) {
    return right.contains(answer);
  }

  void add(Answer answer) {
    if (answer.isJson()) {
      forgetBefore(answer.body().length());
      right.add(answer);
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
}
