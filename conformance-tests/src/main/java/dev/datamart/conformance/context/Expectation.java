package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an answer has to be. Says the first difference by throwing {@link Violated}. */
public final class Expectation {
  /** The requirement that collects differing message texts. */
  public static final String TEXTS = "HTTP-ERROR-TEXTS";

  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** The requirement that collects codes which are not the decided ones. */
  public static final String CODES = "HTTP-DECIDED-CODES";

  private final CheckContext context;
  private final Exchange exchange;

  Expectation(CheckContext context, Exchange exchange) {
    this.context = context;
    this.exchange = exchange;
  }

  /** A success: status 200, a JSON object, and no error in it. */
  public Expectation succeeds() {
    if (!exchange.ok() || !exchange.json().isObject() || exchange.json().hasNonNull("error")) {
      throw fail("200 without an error");
    }
    return this;
  }

  /**
   * A refusal for this reason, told by status and code. A code that is only decided does not bind,
   * so that another one is only found in passing.
   */
  public Expectation refuses(Problem problem) {
    return refusesForAny(Set.of(problem));
  }

  /** A refusal for one of these reasons, where no rule says which comes first. */
  public Expectation refusesForAny(Set<Problem> problems) {
    Optional<Problem> told = problems.stream().filter(this::has).findFirst();
    if (told.isPresent()) {
      compareText(told.get());
      return this;
    }
    String expected =
        problems.stream()
            .map(problem -> problem.status() + " " + problem.code())
            .sorted()
            .collect(Collectors.joining(" or "));
    if (problems.stream().noneMatch(this::hasCodeOfItsOwn)) {
      throw fail(expected);
    }
    context.alsoFound(CODES, exchange, expected, exchange.summary());
    return this;
  }

  private boolean has(Problem problem) {
    return exchange.status() == problem.status() && exchange.code().equals(problem.code());
  }

  private boolean hasCodeOfItsOwn(Problem problem) {
    return Contract.mayHaveStatus(problem, exchange.status())
        && Contract.hasDecidedCode(problem, exchange.call().operation());
  }

  private void compareText(Problem problem) {
    if (!says(problem)) {
      context.alsoFound(
          TEXTS,
          exchange,
          "message \"" + problem.message() + "\"",
          "message \"" + exchange.message() + "\"");
    }
  }

  /** A refusal with this status, whatever its code. */
  public Expectation refusesWith(int status) {
    if (exchange.status() != status) {
      throw fail(String.valueOf(status));
    }
    return this;
  }

  private boolean says(Problem problem) {
    String documented = problem.message();
    String came = exchange.message().toLowerCase(Locale.ROOT);
    // Which member is to blame and how it is worded is the server's own business.
    return documented.contains("{member}") || came.contains(documented.toLowerCase(Locale.ROOT));
  }

  /** A member, given by JSON pointer, with exactly this value. */
  public Expectation has(String pointer, @Nullable Object value) {
    JsonNode wanted = Json.node(value);
    JsonNode came = exchange.json().at(pointer);
    if (!same(wanted, came)) {
      throw context.fail(pointer + " is " + wanted, shown(pointer, came), exchange);
    }
    return this;
  }

  public Expectation hasText(String pointer) {
    JsonNode came = exchange.json().at(pointer);
    if (!came.isTextual() || came.textValue().isEmpty()) {
      throw context.fail(pointer + " is a text", shown(pointer, came), exchange);
    }
    return this;
  }

  /** A text in the form of a UUID. */
  public Expectation hasUuid(String pointer) {
    JsonNode came = exchange.json().at(pointer);
    if (!UUID.matcher(came.asText()).matches()) {
      throw context.fail(pointer + " is a UUID", shown(pointer, came), exchange);
    }
    return this;
  }

  /** {@code error} is there and null. */
  public Expectation hasNullError() {
    if (!exchange.json().has("error") || !exchange.json().path("error").isNull()) {
      throw context.fail("the member error is there and null", exchange.summary(), exchange);
    }
    return this;
  }

  /** {@code data} is a list; gives its items. */
  public JsonNode list() {
    succeeds();
    JsonNode data = exchange.json().path("data");
    if (!data.isArray()) {
      throw context.fail("/data is a list", shown("/data", data), exchange);
    }
    return data;
  }

  private static boolean same(JsonNode wanted, JsonNode came) {
    boolean numbers = wanted.isNumber() && came.isNumber();
    return numbers ? wanted.asDouble() == came.asDouble() : wanted.equals(came);
  }

  private static String shown(String pointer, JsonNode came) {
    return came.isMissingNode() ? pointer + " is missing" : pointer + " is " + came;
  }

  private Violated fail(String expected) {
    return context.fail(expected, exchange.summary(), exchange);
  }
}
