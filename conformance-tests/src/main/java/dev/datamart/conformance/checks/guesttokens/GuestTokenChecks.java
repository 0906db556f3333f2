package dev.datamart.conformance.checks.guesttokens;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.accepts;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.works;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.needs;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.refuse;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.refused;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.required;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.unknown;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import dev.datamart.spec.Spelling;
import java.util.List;
import java.util.stream.Stream;

/** What makes guest tokens, and what they open on this API, which is nothing. */
public final class GuestTokenChecks {
  private GuestTokenChecks() {}

  public static List<Requirement> all() {
    return Stream.of(made(), refusals(), GuestTokenParamChecks.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> made() {
    return List.of(
        docs("GT-CREATE-ANSWERS", "Creating a guest token answers 200 and the token.")
            .as(works(answer -> answer.hasUuid("/token"))),
        docs("GT-CREATE-MAKES-ANOTHER-ONE", "Each call makes another token, for the same body too.")
            .hint("A token is made at random for each call; none is handed out twice.")
            .check(GuestTokenChecks::anotherOne),
        docs("GT-CREATE-MAKES-NO-BEARER", "As Bearer a guest token is an unknown token.")
            .problems(Problem.UNAUTHENTICATED)
            .hint(
                "A guest token is for X-Plugin-Token; look Bearer tokens up among the others only.")
            .check(GuestTokenChecks::noBearer),
        docs("GT-CREATE-TAKES-NO-TENANCY", "\"None\" as clientId stands for no tenancy.")
            .hint("clientId is any text, never one that has to be made known first.")
            .check(accepts((s, call) -> call.with("clientId", "None"))),
        docs("GT-CREATE-TAKES-A-DATASOURCE", "datasourceName may name a datasource.")
            .hint("Look datasourceName up among the datasources of the organization.")
            .check(accepts((s, call) -> call.with("datasourceName", s.target().datasource()))),
        docs("GT-CREATE-NEEDS-NO-EXPIRY", "Without expiryTime a token never expires.")
            .hint("expiryTime is optional.")
            .check(accepts((s, call) -> call.without("expiryTime"))),
        decided("GT-CREATE-ALIAS-IS-THE-SAME", "The older path of version 1 makes a token too.")
            .only(Family.VERB)
            .check(GuestTokenChecks::alias));
  }

  private static List<Requirement> refusals() {
    return List.of(
        needs("GT-CREATE-CLIENT-IS-REQUIRED", "clientId"),
        docs("GT-CREATE-DATA-APP-IS-REQUIRED", "The call needs dataAppName, a non-empty text.")
            .only(Family.KEBAB)
            .as(required("dataAppName")),
        docs("GT-CREATE-WORKSPACE-IS-REQUIRED", "In version 1 the call needs workspaceName.")
            .only(Family.VERB)
            .as(required("workspaceName")),
        docs("GT-CREATE-EXPIRY-IS-POSITIVE", "expiryTime is a number greater than 0.")
            .problems(Problem.MEMBER_INVALID)
            .hint("Milliseconds of life: 0 and less are refused, and so is a text.")
            .check(
                s ->
                    refuse(
                        s,
                        Stream.of(0, -1, "5", true, Json.array(5))
                            .map(
                                each ->
                                    SpoiltRequest.set("expiryTime", each, Problem.MEMBER_INVALID))
                            .toArray(SpoiltRequest[]::new))),
        client("GT-CREATE-MISPLACED-IS-REFUSED", "accessSettings and allowedEmbeds are no members.")
            .problems(Problem.MEMBER_INVALID)
            .hint("What limits a token stands in params; at the top it must not be overlooked.")
            .check(
                s ->
                    refuse(
                        s,
                        SpoiltRequest.set("accessSettings", Json.object(), Problem.MEMBER_INVALID),
                        SpoiltRequest.set(
                            "allowedEmbeds", Json.array("x"), Problem.MEMBER_INVALID))),
        decided("GT-CREATE-DATA-APP-IS-THE-KEYS", "dataAppName is the data app of the API key.")
            .only(Family.KEBAB)
            .as(
                refused(
                    Problem.GUEST_DATA_APP_INVALID,
                    s -> s.bait().with("dataAppName", s.secondApp().name()))),
        docs("GT-CREATE-WORKSPACE-MUST-EXIST", "In version 1 an unknown workspaceName is refused.")
            .only(Family.VERB)
            .hint(CommonHint.UNKNOWN.sentence())
            .as(
                refused(
                    Problem.GUEST_WORKSPACE_UNKNOWN,
                    s -> s.bait().with("workspaceName", s.unused()))),
        decided("GT-CREATE-DATASOURCE-MUST-EXIST", "A datasourceName must be one.")
            .as(unknown("datasourceName", Problem.GUEST_DATASOURCE_UNKNOWN)));
  }

  private static void anotherOne(CheckContext s) {
    Call call = s.accepted();
    String one = s.expect(s.send(call)).succeeds().text("/token");
    String two = s.expect(s.send(call)).succeeds().text("/token");
    s.demand(!one.equals(two), "two different tokens", "the same token twice");
  }

  private static void noBearer(CheckContext s) {
    String token = s.expect(s.send(s.accepted())).succeeds().text("/token");
    s.expect(s.send(s.call(Operation.LIST_EMBEDS).as(token))).refuses(Problem.UNAUTHENTICATED);
  }

  private static void alias(CheckContext s) {
    Call call = s.accepted();
    for (Spelling spelling : s.subject().spellings()) {
      if (spelling.family() == call.family() && !spelling.path().equals(call.spelling().path())) {
        s.expect(s.send(call.path(spelling.path()))).succeeds().hasUuid("/token");
      }
    }
  }
}
