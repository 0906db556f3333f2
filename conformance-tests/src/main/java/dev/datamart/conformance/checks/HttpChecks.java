package dev.datamart.conformance.checks;

import static dev.datamart.conformance.requirement.Rule.client;
import static dev.datamart.conformance.requirement.Rule.decided;
import static dev.datamart.conformance.requirement.Rule.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.contract.Problem;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.scene.Expectation;
import dev.datamart.conformance.scene.Finding;
import dev.datamart.conformance.scene.Scene;
import dev.datamart.conformance.shape.ResponseShapes;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for every answer, and for every request whatever it asks. */
final class HttpChecks {
  private static final Pattern JSON_TYPE =
      Pattern.compile("application/([a-z.+-]+\\+)?json\\b.*", Pattern.CASE_INSENSITIVE);

  /** All but rotation, of which the clients read the whole answer. */
  private static final Set<Operation> CHANGES =
      EnumSet.copyOf(
          List.of(Operation.values()).stream()
              .filter(operation -> !operation.reads() && operation != Operation.ROTATE_API_TOKEN)
              .toList());

  private HttpChecks() {}

  static List<Requirement> all() {
    return List.of(
        docs("HTTP-ANSWER-HAS-ITS-SHAPE", "Every success obeys its schema in the OpenAPI document.")
            .on(Operation.values())
            .watch(exchange -> ResponseShapes.ofContract().look(exchange))
            .check(HttpChecks::exercise),
        client("HTTP-ANSWER-IS-JSON", "Every answer, errors included, is JSON and says so.")
            .on(Operation.values())
            .watch(HttpChecks::isJson)
            .check(HttpChecks::exercise),
        docs("HTTP-ERROR-HAS-ITS-ENVELOPE", "Every error is {error: {code, message}} and no more.")
            .on(Operation.values())
            .watch(HttpChecks::envelope)
            .check(HttpChecks::exercise),
        docs("HTTP-ERROR-STATUS-IS-TRUE", "error.status, where it is there, is the HTTP status.")
            .on(Operation.values())
            .watch(HttpChecks::statusIsTrue)
            .check(HttpChecks::exercise),
        docs("HTTP-SUCCESS-IS-200", "Every success is status 200, creations included.")
            .on(Operation.values())
            .watch(HttpChecks::successIs200)
            .check(HttpChecks::exercise),
        client("HTTP-CHANGE-HAS-NO-DATA", "No success of a change carries a member data.")
            .on(List.copyOf(CHANGES))
            .watch(HttpChecks::noData)
            .check(HttpChecks::exercise),
        docs(Expectation.TEXTS, "Error messages are the documented ones.")
            .should()
            .on(Operation.values())
            .check(HttpChecks::texts),
        decided(Expectation.CODES, "Refusals have the codes that this contract decided.")
            .on(Operation.CREATE_DATAMART, Operation.UPDATE_EMBED)
            .problems(Problem.DATAMART_EXISTS, Problem.EMBED_ID_UNKNOWN)
            .check(HttpChecks::codes),
        decided("HTTP-DEPRECATION-IS-TOLD", "A deprecated path names its successor in headers.")
            .on(Operation.values())
            .only(Family.CAMEL, Family.VERB)
            .check(HttpChecks::deprecation),
        client("HTTP-TRAILING-SLASH-IS-THE-SAME", "A path may end in a slash, without a redirect.")
            .on(Operation.values())
            .check(HttpChecks::trailingSlash),
        client("HTTP-CONTENT-TYPE-NEEDS-NO-BODY", "GET and DELETE may name a type and no body.")
            .on(queries())
            .only(Family.KEBAB, Family.CAMEL)
            .check(
                s ->
                    s.expect(s.send(s.accepted().header("Content-Type", "application/json")))
                        .succeeds()),
        client("HTTP-UNKNOWN-PARAMETERS-ARE-IGNORED", "Unknown query parameters are ignored.")
            .on(Operation.values())
            .hint("The vendor's clients send dataAppName, dataAppId and workspaceName everywhere.")
            .check(HttpChecks::unknownParameters),
        client("HTTP-UNKNOWN-MEMBERS-ARE-IGNORED", "Unknown members of a JSON body are ignored.")
            .on(Operation.values())
            .trait(Trait.BODY)
            .check(HttpChecks::unknownMembers),
        decided("HTTP-BODY-MUST-BE-JSON", "A body that is not JSON is refused and does nothing.")
            .on(Operation.values())
            .problems(Problem.BODY_MALFORMED)
            .trait(Trait.BODY)
            .check(HttpChecks::malformed),
        decided("HTTP-BODY-MUST-BE-AN-OBJECT", "A JSON body that is no object is refused.")
            .on(needingMembers())
            .trait(Trait.BODY)
            .check(HttpChecks::noObject),
        decided("HTTP-MEDIA-TYPE-IS-CHECKED", "A body of another type than JSON is refused.")
            .on(Operation.values())
            .problems(Problem.UNSUPPORTED_MEDIA_TYPE)
            .trait(Trait.BODY)
            .check(HttpChecks::mediaType),
        decided("HTTP-MEDIA-TYPE-MAY-HAVE-PARAMETERS", "application/json; charset=utf-8 is JSON.")
            .on(Operation.values())
            .trait(Trait.BODY)
            .check(HttpChecks::charset),
        decided("HTTP-METHOD-IS-CHECKED", "Another method on a known path is a 405 with Allow.")
            .on(Operation.values())
            .problems(Problem.METHOD_NOT_ALLOWED)
            .check(HttpChecks::method),
        decided("HTTP-PATH-IS-CHECKED", "An unknown path is a 404 in the envelope.")
            .on(Operation.LIST_DATAMARTS)
            .problems(Problem.PATH_UNKNOWN)
            .trait(Trait.READS_ONLY)
            .check(HttpChecks::unknownPath),
        client("HTTP-UNKNOWN-HEADERS-ARE-IGNORED", "Unknown request headers are ignored.")
            .on(Operation.LIST_DATAMARTS, Operation.LIST_EMBEDS, Operation.LIST_DATA_APPS)
            .trait(Trait.READS_ONLY)
            .check(s -> s.expect(s.send(s.accepted().header("X-Unknown", "1"))).succeeds()));
  }

  /** What takes any object as body may take what is no object for an empty one. */
  private static List<Operation> needingMembers() {
    EnumSet<Operation> takeAny =
        EnumSet.of(Operation.LIST_DATAMARTS, Operation.LIST_EMBEDS, Operation.ROTATE_API_TOKEN);
    return EnumSet.complementOf(takeAny).stream().toList();
  }

  private static List<Operation> queries() {
    return List.of(Operation.values()).stream()
        .filter(operation -> operation.in(Family.KEBAB).orElseThrow().query())
        .toList();
  }

  /** One success and one refusal to look at, unless other checks of the run bring them anyway. */
  private static void exercise(Scene s) {
    if (s.accompanied()) {
      return;
    }
    if (s.subject().reads()) {
      s.given().embed(s.given().datamart());
    }
    s.send(s.accepted());
    if (s.send(s.bait().authorization(null)).ok()) {
      s.spoilt();
    }
  }

  private static void texts(Scene s) {
    s.expect(s.send(s.bait().authorization(null))).refuses(s.subject().unauthenticated());
  }

  /** What is refused with another code than the decided one becomes a remark on this very rule. */
  private static void codes(Scene s) {
    if (s.subject() == Operation.CREATE_DATAMART) {
      s.expect(s.send(s.bait().with("name", s.given().datamart())))
          .refuses(Problem.DATAMART_EXISTS);
    } else {
      s.expect(s.send(s.bait().with("embedId", s.unused()))).refuses(Problem.EMBED_ID_UNKNOWN);
    }
  }

  private static void trailingSlash(Scene s) {
    Call call = s.accepted();
    s.expect(s.send(call.path(call.spelling().path() + "/"))).succeeds();
  }

  private static void unknownParameters(Scene s) {
    Call call = s.accepted();
    Call more =
        call.spelling().query()
            ? call.with("dataAppName", call.arguments().path("dataAppName").asText("x"))
                .with("workspaceName", "x")
                .with("made-up", "1")
            : call.query("dataAppName=x&dataAppId=y&made-up=1");
    s.expect(s.send(more)).succeeds();
  }

  private static void unknownMembers(Scene s) {
    s.expect(s.send(s.accepted().with("madeUp", Json.object("a", 1)).with("other", "x")))
        .succeeds();
  }

  private static void malformed(Scene s) {
    Call call = s.bait();
    String whole = Json.write(call.arguments());
    s.unchanged(
        () -> {
          for (String broken : List.of("{", whole.replaceFirst("\\{", "{,"), whole + "}", "x")) {
            s.expect(s.send(call.body(broken))).refuses(Problem.BODY_MALFORMED);
          }
        });
  }

  private static void noObject(Scene s) {
    Call call = s.bait();
    s.unchanged(
        () -> {
          for (String other : List.of("[]", "\"x\"", "5", "true")) {
            s.expect(s.send(call.body(other))).refusesWith(400);
          }
        });
  }

  private static void mediaType(Scene s) {
    Call call = s.bait();
    s.unchanged(
        () -> {
          for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
            s.expect(s.send(call.header("Content-Type", type)))
                .refuses(Problem.UNSUPPORTED_MEDIA_TYPE);
          }
        });
  }

  private static void charset(Scene s) {
    s.expect(s.send(s.accepted().header("Content-Type", "application/json; charset=utf-8")))
        .succeeds();
  }

  private static void method(Scene s) {
    Call call = s.bait();
    s.unchanged(
        () -> {
          Exchange answer = s.send(call.method("PATCH"));
          s.expect(answer).refuses(Problem.METHOD_NOT_ALLOWED);
          s.demand(answer.header("Allow").isPresent(), "a header Allow", "no such header");
        });
  }

  private static void unknownPath(Scene s) {
    Call call = s.accepted();
    s.expect(s.send(call.path(call.spelling().path() + "/made-up"))).refuses(Problem.PATH_UNKNOWN);
  }

  private static void deprecation(Scene s) {
    Exchange answer = s.require(s.send(s.accepted()));
    String link = answer.header("Link").orElse("no such header");
    s.demand(answer.header("Deprecation").isPresent(), "a header Deprecation", "no such header");
    s.demand(
        link.contains("successor-version"), "a header Link with rel=\"successor-version\"", link);
  }

  private static Optional<Finding> isJson(Exchange exchange) {
    String type = exchange.header("Content-Type").orElse("no Content-Type");
    boolean named = JSON_TYPE.matcher(type).matches();
    return named && exchange.json().isObject()
        ? Optional.empty()
        : finding(
            exchange, "a JSON object of type application/json", type + ": " + exchange.summary());
  }

  private static Optional<Finding> envelope(Exchange exchange) {
    JsonNode error = exchange.json().path("error");
    boolean well =
        exchange.json().size() == 1
            && error.path("code").isTextual()
            && error.path("message").isTextual()
            && !error.path("message").asText().isBlank();
    return exchange.status() < 400 || well
        ? Optional.empty()
        : finding(
            exchange,
            "{\"error\": {\"code\": …, \"message\": …}} and nothing beside",
            exchange.summary());
  }

  private static Optional<Finding> statusIsTrue(Exchange exchange) {
    JsonNode status = exchange.json().at("/error/status");
    return exchange.status() < 400
            || status.isMissingNode()
            || (status.isInt() && status.intValue() == exchange.status())
        ? Optional.empty()
        : finding(exchange, "error.status " + exchange.status(), exchange.summary());
  }

  private static Optional<Finding> successIs200(Exchange exchange) {
    boolean other = exchange.status() != 200 && exchange.status() < 400;
    return other ? finding(exchange, "200", exchange.summary()) : Optional.empty();
  }

  private static Optional<Finding> noData(Exchange exchange) {
    boolean change = CHANGES.contains(exchange.call().operation());
    return change && exchange.ok() && exchange.json().has("data")
        ? finding(exchange, "no member data", exchange.summary())
        : Optional.empty();
  }

  private static Optional<Finding> finding(Exchange exchange, String expected, String came) {
    return Optional.of(new Finding(expected, came, exchange));
  }
}
