package dev.datamart.conformance.checks.http;

import static dev.datamart.conformance.checks.http.EveryAnswerChecks.watching;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How every answer is written: what readers that are less patient than others stumble over. */
public final class WrittenAnswerChecks {
  private static final Pattern CHARSET =
      Pattern.compile("; *charset *= *\"?([^\"; ]+)", Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> CODES =
      Arrays.stream(Problem.values())
          .map(Problem::code)
          .distinct()
          .collect(Collectors.toMap(WrittenAnswerChecks::letters, Function.identity()));

  private WrittenAnswerChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("HTTP-ERROR-CODE-IS-EXACT", "A code of the contract is spelled as it stands there.")
            .hint("Clients compare codes letter by letter: capitals, underscores, no blanks.")
            .as(watching(WrittenAnswerChecks::code)),
        decided("HTTP-ANSWER-NAMES-MEMBERS-ONCE", "No object in an answer has a member twice.")
            .as(watching(WrittenAnswerChecks::once)),
        decided("HTTP-ANSWER-SAYS-UTF-8", "An answer that names a charset names UTF-8.")
            .as(watching(WrittenAnswerChecks::charset)));
  }

  /** Codes of the server's own are none of this, as long as they resemble none of the contract. */
  private static Optional<Finding> code(Exchange exchange) {
    String came = exchange.code();
    String meant = CODES.getOrDefault(letters(came), came);
    return came.equals(meant)
        ? Optional.empty()
        : Optional.of(new Finding("code " + meant, exchange.summary(), exchange));
  }

  /** A code without what it may be misspelt by. */
  private static String letters(String code) {
    return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  private static Optional<Finding> once(Exchange exchange) {
    boolean twice = exchange.json().isObject() && Json.repeatsMember(exchange.body());
    return twice
        ? Optional.of(new Finding("each member of an object once", exchange.summary(), exchange))
        : Optional.empty();
  }

  private static Optional<Finding> charset(Exchange exchange) {
    String type = exchange.header("Content-Type").orElse("");
    Matcher named = CHARSET.matcher(type);
    return named.find() && !named.group(1).equalsIgnoreCase("utf-8")
        ? Optional.of(new Finding("charset utf-8, or none", type, exchange))
        : Optional.empty();
  }
}
