package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;

import dev.datamart.conformance.checks.shared.RefusalTemplates;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import dev.datamart.spec.TokenNeed;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Who may call what: every operation, every family, every state of a token. */
public final class AuthenticationChecks {
  private AuthenticationChecks() {}

  public static List<Requirement> all() {
    return List.of(
        everywhere(seed("AUTH-ABSENT-IS-REFUSED", "A call without Authorization is refused."))
            .hint("Put the check before routing, so that no operation can forget it.")
            .check(s -> refused(s, call -> call.authorization(null))),
        everywhere(seed("AUTH-UNKNOWN-TOKEN-IS-REFUSED", "A token nobody issued is refused."))
            .hint("That a token has the form of a UUID proves nothing: look it up.")
            .check(s -> refused(s, call -> call.as(UUID.randomUUID().toString()))),
        everywhere(seed("AUTH-OTHER-SCHEME-IS-REFUSED", "A token not sent as Bearer is refused."))
            .hint("Read the scheme; do not take whatever stands behind the first space.")
            .check(AuthenticationChecks::otherSchemes),
        decided("AUTH-CHALLENGES", "A 401 carries WWW-Authenticate: Bearer.")
            .check(AuthenticationChecks::challenges),
        docs("AUTH-SCHEME-IGNORES-CASE", "The scheme name Bearer may be written in any case.")
            .on(Operation.LIST_DATAMARTS, Operation.LIST_EMBEDS, Operation.LIST_DATA_APPS)
            .trait(Trait.READS_ONLY)
            .hint("\"bearer\" and \"BEARER\" are the same scheme (RFC 9110, 11.1).")
            .check(AuthenticationChecks::schemeCase),
        docs("AUTH-API-KEY-IS-NOT-ENOUGH", "An API key is refused where the service token is due.")
            .on(operation -> operation.need() == TokenNeed.SERVICE)
            .hint("A valid API key is 403 here: known, but not allowed; 401 is for unknown ones.")
            .as(
                RefusalTemplates.refused(
                    Problem.SERVICE_TOKEN_REQUIRED, s -> s.bait().as(s.app().key()))),
        docs("AUTH-SERVICE-TOKEN-IS-NO-KEY", "A service token is refused where an API key is due.")
            .on(operation -> operation.need() == TokenNeed.DATA_APP)
            .hint("The answer is 400 INVALID_DATA_APP_API_KEY: no data app follows from it.")
            .trait(Trait.SERVICE_TOKEN)
            .as(
                RefusalTemplates.refused(
                    Problem.DATA_APP_KEY_REQUIRED,
                    s -> s.bait().as(s.run().tokens().serviceToken()))),
        everywhere(docs("AUTH-ROTATED-OUT-IS-REFUSED", "A key that was rotated out is refused."))
            .trait(Trait.SERVICE_TOKEN)
            .hint("Rotation with expireAt 0 ends the old key at once, for every operation.")
            .check(s -> refused(s, call -> call.as(s.given().rotatedOutKey()))),
        everywhere(docs("AUTH-REVOKED-IS-REFUSED", "A key of a deleted data app is refused."))
            .trait(Trait.SERVICE_TOKEN)
            .hint("Keys die with their data app, for every operation; mind caches of keys.")
            .check(s -> refused(s, call -> call.as(s.given().revokedKey()))),
        everywhere(seed("AUTH-EMPTY-IS-REFUSED", "A Bearer without a token is refused."))
            .hint("An empty token is refused with 401; it must not break the parser with a 500.")
            .check(s -> refused(s, call -> call.authorization("Bearer"))),
        docs("AUTH-OTHER-ORGANIZATION-IS-A-STRANGER", "A stranger's key reaches no embed.")
            .on(Operation.UPDATE_EMBED, Operation.RENAME_EMBED, Operation.DELETE_EMBED)
            .problems(Problem.EMBED_ID_UNKNOWN, Problem.EMBED_NOT_FOUND)
            .trait(Trait.TWO_ORGANIZATIONS)
            .hint("embedId alone is no proof: look it up within the data app of the key.")
            .check(AuthenticationChecks::stranger),
        decided("AUTH-COMES-FIRST", "A bad token is refused before a bad request is.")
            .check(AuthenticationChecks::comesFirst));
  }

  private static RequirementBuilder everywhere(RequirementBuilder rule) {
    return rule.problems(Problem.UNAUTHENTICATED, Problem.SERVICE_TOKEN_INVALID);
  }

  private static void refused(CheckContext s, UnaryOperator<Call> spoil) {
    RefusalTemplates.refused(s, spoil.apply(s.shaped()), Contract.unauthenticated(s.subject()));
  }

  private static void otherSchemes(CheckContext s) {
    for (String scheme : List.of("Basic ", "XBearer ")) {
      refused(s, call -> call.authorization(scheme + token(call)));
    }
  }

  private static void challenges(CheckContext s) {
    Exchange answer = s.send(s.shaped().authorization(null));
    String challenge = answer.header("WWW-Authenticate").orElse("no such header");
    s.demand(
        challenge.regionMatches(true, 0, "Bearer", 0, 6),
        "header WWW-Authenticate: Bearer",
        challenge);
  }

  private static void schemeCase(CheckContext s) {
    Call call = s.accepted();
    for (String scheme : List.of("bearer ", "BEARER ")) {
      s.expect(s.send(call.authorization(scheme + token(call)))).succeeds();
    }
  }

  private static void stranger(CheckContext s) {
    Problem problem =
        s.subject() == Operation.DELETE_EMBED ? Problem.EMBED_NOT_FOUND : Problem.EMBED_ID_UNKNOWN;
    Call call = s.bait();
    if (s.subject() == Operation.UPDATE_EMBED) {
      // Without the datamart, which is unknown to the stranger as well and could be what is
      // refused.
      call = call.with("accessSettings", Json.object("isAllowAiPilot", true));
    }
    RefusalTemplates.refused(s, call.as(s.given().otherApp().key()), problem);
  }

  private static void comesFirst(CheckContext s) {
    Call call = s.shaped().as(UUID.randomUUID().toString());
    Call worse =
        call.spelling().query() ? call.query("isPagination=maybe") : call.body("{\"broken\"");
    s.expect(s.send(worse)).refuses(Contract.unauthenticated(s.subject()));
  }

  private static String token(Call call) {
    String authorization = call.authorization();
    return authorization == null ? "" : authorization.substring("Bearer ".length());
  }
}
