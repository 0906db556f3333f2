package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.Expectation;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Role;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Schema;

/** What the answer to a change has to say. */
final class Answers {
  private Answers() {}

  /** It repeats what it was told, and gives in its own form what is new. */
  static void repeats(Role role, Expectation success, Call call) {
    Schema response = call.operation().response();
    Noun noun = role.noun();
    if (response.member("error").isPresent()) {
      success.hasNullError();
    }
    if (response.member("key").isPresent()) {
      success.hasUuid("/key");
    }
    if (call.operation() == Operation.CREATE_GUEST_TOKEN) {
      success.hasUuid("/token");
    }
    if (response.member("name").isPresent()) {
      success.has("/name", call.arguments().path("name"));
    }
    if (response.member("id").filter(Member::isRequired).isPresent()) {
      boolean isNew = role.verb() == Verb.CREATE;
      JsonNode named = call.arguments().path(isNew ? noun.key() : noun.argument());
      if (isNew
          && noun.answered() != null
          && !noun.answered().equals(noun.key())
          && named.isMissingNode()) {
        success.hasText("/id");
      } else {
        success.has("/id", named);
      }
    }
  }
}
