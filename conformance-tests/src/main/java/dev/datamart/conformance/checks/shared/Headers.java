package dev.datamart.conformance.checks.shared;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Family;
import java.util.List;

/** What headers say beside an answer. */
public final class Headers {
  private Headers() {}

  /** A header that may come in several lines. */
  public static String all(Exchange answer, String header) {
    return String.join(", ", answer.headers().getOrDefault(header, List.of("no such header")));
  }

  /** An answer of a deprecated path says since when, and which path comes after it. */
  public static void tellDeprecation(CheckContext s, Exchange answer) {
    String link = all(answer, "link");
    String since = all(answer, "deprecation");
    s.demand(
        since.matches("@-?\\d+(;.*)?"),
        "a header Deprecation with a date such as @1719792000 (RFC 9745)",
        since);
    String successor = RequestLine.of(answer.call().operation(), Family.KEBAB).orElseThrow().path();
    s.demand(
        link.contains("successor-version") && link.contains(successor + ">"),
        "a header Link to " + successor + " with rel=\"successor-version\"",
        link);
  }
}
