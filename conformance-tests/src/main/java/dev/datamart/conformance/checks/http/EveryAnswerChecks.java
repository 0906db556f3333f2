package dev.datamart.conformance.checks.http;

import static dev.datamart.conformance.context.Hindrance.ifAny;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.Headers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Expectation;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Requirement.Watch;
import dev.datamart.conformance.requirement.RequirementBuilder.Template;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.shape.ResponseShapes;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What holds for every answer, whatever was asked. */
public final class EveryAnswerChecks {
  private static final Pattern JSON_TYPE =
      Pattern.compile("application/([a-z.+-]+\\+)?json\\b.*", Pattern.CASE_INSENSITIVE);

  /** Readers of JSON may stumble over it (RFC 8259, 8.1). */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private EveryAnswerChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("HTTP-ANSWER-HAS-ITS-SHAPE", "Every success obeys its schema in the OpenAPI document.")
            .hint("Compare with the schema of the operation's answer: names, types and nulls.")
            .as(watching(exchange -> ResponseShapes.ofContract().look(exchange))),
        client("HTTP-ANSWER-IS-JSON", "Every answer, errors included, is JSON and says so.")
            .hint("Mind the error pages of the framework and of a proxy in front of it.")
            .hint("The body is one JSON value in UTF-8: no byte order mark, nothing behind it.")
            .as(watching(EveryAnswerChecks::isJson)),
        docs("HTTP-ERROR-HAS-ITS-ENVELOPE", "Every error is {error: {code, message}} and no more.")
            .hint("One place makes every error; nothing stands beside error at the top.")
            .as(watching(EveryAnswerChecks::envelope)),
        docs("HTTP-ERROR-STATUS-IS-TRUE", "error.status, where it is there, is the HTTP status.")
            .hint("status in the body is an integer, taken from the one that is sent.")
            .as(watching(EveryAnswerChecks::statusIsTrue)),
        docs("HTTP-SUCCESS-IS-200", "Every success is status 200, creations included.")
            .hint("No 201 for a creation, no 204 for a deletion, no redirect.")
            .as(watching(EveryAnswerChecks::successIs200)),
        client("HTTP-CHANGE-HAS-NO-DATA", "No success of a change carries a member data.")
            .on(EveryAnswerChecks::hasNoData)
            .hint("Clients unwrap data wherever it is; the answer of a change is flat.")
            .watch(EveryAnswerChecks::noData)
            .check(EveryAnswerChecks::exercise),
        docs(Expectation.TEXTS, "Error messages are the documented ones.")
            .should()
            .check(EveryAnswerChecks::texts),
        decided(Expectation.CODES, "Refusals have the codes that this contract decided.")
            .on(Operation.CREATE_DATAMART, Operation.UPDATE_EMBED)
            .problems(Problem.DATAMART_EXISTS, Problem.EMBED_ID_UNKNOWN)
            .check(EveryAnswerChecks::codes),
        decided("HTTP-DEPRECATION-IS-TOLD", "A deprecated path names its successor in headers.")
            .only(Family.CAMEL, Family.VERB)
            .check(EveryAnswerChecks::deprecation),
        decided("HTTP-DEPRECATION-IS-OF-OTHERS", "A recommended path says nothing of deprecation.")
            .only(Family.KEBAB)
            .watch(EveryAnswerChecks::isDeprecated)
            .check(EveryAnswerChecks::exercise),
        decided("HTTP-METHOD-IS-CHECKED", "Another method on a known path is a 405 with Allow.")
            .problems(Problem.METHOD_NOT_ALLOWED)
            .check(EveryAnswerChecks::method),
        decided("HTTP-PATH-IS-CHECKED", "An unknown path is a 404 in the envelope.")
            .on(Operation.LIST_DATAMARTS)
            .problems(Problem.PATH_UNKNOWN)
            .trait(Trait.READS_ONLY)
            .check(EveryAnswerChecks::unknownPath));
  }

  /** Holds for every exchange of the run. */
  static Template watching(Watch watch) {
    return rule -> rule.watch(watch).check(EveryAnswerChecks::exercise);
  }

  /** All changes but rotation, of which the clients read the whole answer. */
  private static boolean hasNoData(Operation operation) {
    return operation.isChange() && operation != Operation.ROTATE_API_TOKEN;
  }

  /** One success and one refusal to look at, unless other checks of the run bring them anyway. */
  private static void exercise(CheckContext s) {
    if (s.accompanied()) {
      return;
    }
    if (!s.subject().isChange()) {
      ifAny(() -> s.given().embed(s.given().datamart()));
    }
    s.send(s.accepted());
    if (s.send(s.shaped().authorization(null)).isDone()) {
      s.spoilt();
    }
  }

  private static void texts(CheckContext s) {
    s.expect(s.send(s.shaped().authorization(null))).refuses(Contract.unauthenticated(s.subject()));
  }

  /** What is refused with another code than the decided one is told of this very rule. */
  private static void codes(CheckContext s) {
    if (s.subject() == Operation.CREATE_DATAMART) {
      s.expect(s.send(s.bait().with("name", s.given().datamart())))
          .refuses(Problem.DATAMART_EXISTS);
    } else {
      s.expect(s.send(s.bait().with("embedId", s.unused()))).refuses(Problem.EMBED_ID_UNKNOWN);
    }
  }

  private static void method(CheckContext s) {
    Call call = s.shaped();
    s.unchanged(
        () -> {
          Exchange answer = s.send(call.method("PATCH"));
          s.expect(answer).refuses(Problem.METHOD_NOT_ALLOWED);
          String allowed = Headers.all(answer, "allow");
          String known = call.spelling().method();
          s.demand(
              List.of(allowed.split("[, ]+")).contains(known),
              "a header Allow with " + known + " in it",
              allowed);
        });
  }

  private static void unknownPath(CheckContext s) {
    Call call = s.accepted();
    Call madeUp = call.path(call.spelling().path() + "/made-up");
    s.expect(s.send(madeUp)).refuses(Problem.PATH_UNKNOWN);
    Exchange anonymous = s.send(madeUp.authorization(null));
    // Which of the two is asked first is open; neither may come as a failure of the server's.
    s.demand(
        List.of(401, 404).contains(anonymous.status()),
        "401 or 404 without a token",
        anonymous.summary());
  }

  /** Clients that log what is deprecated would cry about the very paths that they moved to. */
  private static Optional<Finding> isDeprecated(Exchange exchange) {
    return exchange
        .header("Deprecation")
        .filter(since -> !exchange.call().family().isDeprecated())
        .map(since -> new Finding("no header Deprecation", "Deprecation: " + since, exchange));
  }

  private static void deprecation(CheckContext s) {
    Headers.tellDeprecation(s, s.require(s.send(s.accepted())));
  }

  private static Optional<Finding> isJson(Exchange exchange) {
    String type = exchange.header("Content-Type").orElse("no Content-Type");
    boolean named = JSON_TYPE.matcher(type).matches();
    boolean marked = exchange.body().startsWith(BYTE_ORDER_MARK);
    return named && !marked && exchange.json().isObject()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "a JSON object of type application/json" + (marked ? ", no byte order mark" : ""),
                type + ": " + exchange.summary(),
                exchange));
  }

  private static Optional<Finding> envelope(Exchange exchange) {
    JsonNode error = exchange.json().path("error");
    boolean well =
        exchange.json().size() == 1
            && error.path("code").isTextual()
            && error.path("message").isTextual()
            && !error.path("message").asText().isBlank();
    return unless(
        exchange.status() < 400 || well,
        exchange,
        "{\"error\": {\"code\": …, \"message\": …}} and nothing beside");
  }

  private static Optional<Finding> statusIsTrue(Exchange exchange) {
    JsonNode status = exchange.json().at("/error/status");
    boolean well =
        exchange.status() < 400
            || status.isMissingNode()
            || (status.isInt() && status.intValue() == exchange.status());
    return unless(well, exchange, "error.status " + exchange.status());
  }

  private static Optional<Finding> successIs200(Exchange exchange) {
    return unless(exchange.status() == 200 || exchange.status() >= 400, exchange, "200");
  }

  private static Optional<Finding> noData(Exchange exchange) {
    boolean bound = hasNoData(exchange.call().operation()) && exchange.isDone();
    return unless(!bound || !exchange.json().has("data"), exchange, "no member data");
  }

  /** A finding unless it is well. */
  private static Optional<Finding> unless(boolean well, Exchange exchange, String expected) {
    return well
        ? Optional.empty()
        : Optional.of(new Finding(expected, exchange.summary(), exchange));
  }
}
