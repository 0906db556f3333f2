package dev.datamart.conformance.checks.http;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.accepts;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.refuses;
import static dev.datamart.conformance.context.Hindrance.ifAny;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static java.util.Map.entry;

import dev.datamart.conformance.checks.shared.SentByClients;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a request needs whatever it asks, and what it may carry without being another one. */
public final class RequestChecks {
  /** Members that name something, and others that must be there too. */
  private static final Map<Operation, List<String>> NAMING_AND_NEEDING =
      Map.ofEntries(
          entry(Operation.CREATE_DATAMART, List.of("datasourceName", "tableList")),
          entry(Operation.CREATE_EMBED, List.of("workspaceName", "dashboardId")),
          entry(Operation.UPDATE_EMBED, List.of("/accessSettings/datamartName", "embedId")),
          entry(Operation.RENAME_EMBED, List.of("embedId", "name")),
          entry(Operation.CREATE_API_TOKEN, List.of("dataAppName", "name")),
          entry(Operation.CREATE_GUEST_TOKEN, List.of("datasourceName", "clientId")));

  private RequestChecks() {}

  public static List<Requirement> all() {
    return List.of(
        decided("HTTP-BODY-MUST-BE-JSON", "A body that is not JSON is refused and does nothing.")
            .trait(Trait.BODY)
            .as(refuses(Problem.BODY_MALFORMED, RequestChecks::malformed)),
        decided("HTTP-BODY-MUST-BE-AN-OBJECT", "A JSON body that is no object is refused.")
            .on(operation -> !Contract.takesNoBody(operation))
            .trait(Trait.BODY)
            .check(RequestChecks::noObject),
        decided("HTTP-SHAPE-COMES-BEFORE-EXISTENCE", "A bad request is one, whatever it names.")
            .on(NAMING_AND_NEEDING::containsKey)
            .hint("Asked without a required member and with a name or id that does not exist.")
            .as(refuses(Problem.MEMBER_REQUIRED, RequestChecks::shapeFirst)),
        decided("HTTP-MEDIA-TYPE-IS-CHECKED", "A body of another type than JSON is refused.")
            .trait(Trait.BODY)
            .as(refuses(Problem.UNSUPPORTED_MEDIA_TYPE, RequestChecks::otherTypes)),
        decided("HTTP-MEDIA-TYPE-MAY-HAVE-PARAMETERS", "application/json; charset=utf-8 is JSON.")
            .trait(Trait.BODY)
            .check(
                accepts(
                    (s, call) -> call.header("Content-Type", "application/json; charset=utf-8"))),
        client("HTTP-TRAILING-SLASH-IS-THE-SAME", "A path may end in a slash, without a redirect.")
            .hint("Route both spellings to the operation itself, for every method.")
            .check(RequestChecks::trailingSlash),
        client("HTTP-CONTENT-TYPE-NEEDS-NO-BODY", "GET and DELETE may name a type and no body.")
            .on(operation -> !operation.takesBody(Family.KEBAB))
            .only(Family.KEBAB, Family.CAMEL)
            .hint("Read no body where the operation has none, whatever Content-Type says.")
            .check(accepts((s, call) -> call.header("Content-Type", "application/json"))),
        client("HTTP-UNKNOWN-PARAMETERS-ARE-IGNORED", "Unknown query parameters are ignored.")
            .hint("The vendor's clients send dataAppName, dataAppId and workspaceName everywhere.")
            .check(RequestChecks::unknownParameters),
        client("HTTP-UNKNOWN-MEMBERS-ARE-IGNORED", "Unknown members of a JSON body are ignored.")
            .should()
            .trait(Trait.BODY)
            .hint("A strict server may refuse them, but not those that the vendor's clients send.")
            .check(
                accepts((s, call) -> call.with("madeUp", Json.object("a", 1)).with("other", "x"))),
        client("HTTP-UNKNOWN-HEADERS-ARE-IGNORED", "Unknown request headers are ignored.")
            .on(Operation.LIST_DATAMARTS, Operation.LIST_EMBEDS, Operation.LIST_DATA_APPS)
            .trait(Trait.READS_ONLY)
            .hint("A gateway's list of allowed headers must not refuse the others.")
            .check(accepts((s, call) -> call.header("X-Unknown", "1"))));
  }

  private static Stream<Call> malformed(CheckContext s) {
    Call call = s.shaped();
    String whole = call.arguments().toString();
    return Stream.of("{", whole.replaceFirst("\\{", "{,"), whole + "}", "x").map(call::body);
  }

  private static void noObject(CheckContext s) {
    Call call = s.shaped();
    s.unchanged(
        () ->
            Stream.of("[]", "\"x\"", "5", "true", "null")
                .map(call::body)
                .forEach(each -> s.expect(s.send(each)).refuses(Problem.MEMBER_INVALID)));
  }

  private static Stream<Call> shapeFirst(CheckContext s) {
    List<String> members = NAMING_AND_NEEDING.getOrDefault(s.subject(), List.of());
    return Stream.of(s.shaped().with(members.get(0), s.unused()).without(members.get(1)));
  }

  private static Stream<Call> otherTypes(CheckContext s) {
    Call call = s.shaped();
    return Stream.of("text/plain", "application/x-www-form-urlencoded")
        .map(type -> call.header("Content-Type", type));
  }

  private static void trailingSlash(CheckContext s) {
    Call plain = telling(s.accepted());
    if (s.subject().isChange() && Nouns.role(s.subject()).noun().isSeen()) {
      s.requireSeen(Nouns.role(s.subject()).noun());
    }
    Call slashed = plain.path(plain.spelling().path() + "/");
    List<Exchange> answers = new ArrayList<>();

    Difference difference =
        s.difference(
            () -> {
              answers.add(s.send(slashed));
              s.expect(answers.get(0)).succeeds();
            });

    String key = Json.text(answers.get(0).json(), "/key");
    if (key != null) {
      s.expect(s.send(s.call(Operation.LIST_EMBEDS).as(key))).succeeds();
    } else if (s.subject().isChange() && Nouns.role(s.subject()).noun().isSeen()) {
      s.demand(!difference.isEmpty(), "the change that was asked for is made", difference.words());
    } else {
      String member = s.subject().response().members().get(0).name();
      s.demand(answers.get(0).json().has(member), "a member " + member, answers.get(0).summary());
    }
  }

  /** With something in it that an update can be seen by. */
  private static Call telling(Call call) {
    return switch (call.operation()) {
      case UPDATE_DATAMART -> call.with("/tableList/0/label", "With a slash");
      case UPDATE_EMBED -> call.with("/accessSettings/isAllowAiPilot", true);
      default -> call;
    };
  }

  private static void unknownParameters(CheckContext s) {
    Call more = SentByClients.parameters(s.accepted());
    if (s.subject() == Operation.LIST_EMBEDS) {
      String embed = s.given().embed(s.given().datamart());
      boolean listed = s.listed().items(more, "embedId").containsKey(embed);
      s.demand(listed, "embed " + embed + " is listed, whatever dataAppName says", "it is not");
      return;
    }
    String known =
        switch (s.subject()) {
          case LIST_DATAMARTS -> ifAny(() -> s.given().datamart()).orElse("");
          case LIST_DATA_APPS -> s.app().name();
          case LIST_DATASOURCES -> ifAny(() -> s.target().datasource()).orElse("");
          case LIST_WORKSPACES -> ifAny(() -> s.target().workspace()).orElse("");
          default -> "";
        };
    Exchange answer = s.send(more);
    s.expect(answer).succeeds();
    boolean listed = answer.json().path("data").findValuesAsText("name").contains(known);
    s.demand(known.isEmpty() || listed, "\"" + known + "\" is listed all the same", "it is not");
  }
}
