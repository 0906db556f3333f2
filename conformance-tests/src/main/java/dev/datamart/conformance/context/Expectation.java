package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
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

  /** A success in the form that is documented: status 200, a JSON object, and no error in it. */
  public Expectation succeedsAsDocumented() {
    return demand(exchange.ok() && exchange.json().isObject(), "200 without an error").succeeds();
  }

  /**
   * A success, whatever its form: that has requirements of its own, lest one mistake be told of all
   * that builds on it.
   */
  public Expectation succeeds() {
    boolean well = exchange.isDone() && !exchange.json().hasNonNull("error");
    return demand(well, "200 without an error");
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
    List<Problem> told = problems.stream().filter(this::has).toList();
    if (!told.isEmpty()) {
      // Several reasons share a code; which of them is told of is the server's choice.
      if (told.stream().noneMatch(this::says)) {
        alsoFound(TEXTS, message(told.get(0).message()), message(exchange.message()));
      }
      return this;
    }
    String expected =
        problems.stream()
            .map(problem -> problem.status() + " " + problem.code())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" or "));
    demand(problems.stream().anyMatch(this::hasCodeOfItsOwn), expected);
    alsoFound(CODES, expected, exchange.summary());
    return this;
  }

  private boolean has(Problem problem) {
    int came = exchange.status();
    boolean isCode =
        exchange.code().equals(problem.code())
            || exchange.code().equals(Contract.toldAs(problem).code());
    return isCode
        && (came == problem.status()
            || Contract.isAlsoUnder(problem, came, exchange.call().operation()));
  }

  private boolean hasCodeOfItsOwn(Problem problem) {
    return Contract.mayHaveStatus(problem, exchange.status())
        && Contract.hasDecidedCode(problem, exchange.call().operation());
  }

  /** Whether the message is that of the document. */
  public boolean says(Problem problem) {
    String documented = problem.message();
    String came = exchange.message().toLowerCase(Locale.ROOT);
    // Which member is to blame and how it is worded is the server's own business.
    return documented.contains("{member}") || came.contains(documented.toLowerCase(Locale.ROOT));
  }

  private static String message(String text) {
    return "message \"" + text + "\"";
  }

  /** Says in passing that another requirement is not met. */
  private void alsoFound(String requirement, String expected, String came) {
    Call call = exchange.call();
    Finding finding = new Finding(expected, came, exchange);
    SideFinding aside = new SideFinding(requirement, call.operation(), call.family(), finding);
    context.run().setup().aside().accept(aside);
  }

  /** A member, given by JSON pointer, with exactly this value. */
  public Expectation has(String pointer, @Nullable Object value) {
    JsonNode wanted = Json.node(value);
    return demandAt(pointer, came -> same(wanted, came), "is " + wanted);
  }

  public Expectation hasText(String pointer) {
    return demandAt(pointer, came -> came.isTextual() && !came.textValue().isEmpty(), "is a text");
  }

  /** The text that has to be at a JSON pointer. */
  public String text(String pointer) {
    return hasText(pointer).exchange.json().at(pointer).asText();
  }

  /** A text in the form of a UUID. */
  public Expectation hasUuid(String pointer) {
    return demandAt(pointer, came -> UUID.matcher(came.asText()).matches(), "is a UUID");
  }

  /** {@code error} is there and null. */
  public Expectation hasNullError() {
    return demand(exchange.json().path("error").isNull(), "the member error is there and null");
  }

  /** {@code data} is a list; gives its items. */
  public JsonNode list() {
    succeeds().demandAt("/data", JsonNode::isArray, "is a list");
    return exchange.json().path("data");
  }

  private static boolean same(JsonNode wanted, JsonNode came) {
    boolean numbers = wanted.isNumber() && came.isNumber();
    return numbers ? wanted.asDouble() == came.asDouble() : wanted.equals(came);
  }

  private Expectation demandAt(String pointer, Predicate<JsonNode> holds, String words) {
    JsonNode came = exchange.json().at(pointer);
    if (!holds.test(came)) {
      String shown = came.isMissingNode() ? " is missing" : " is " + came;
      throw context.fail(pointer + " " + words, pointer + shown, exchange);
    }
    return this;
  }

  private Expectation demand(boolean holds, String expected) {
    if (!holds) {
      throw context.fail(expected, exchange.summary(), exchange);
    }
    return this;
  }
}
