package dev.datamart.conformance.checks.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Servers whose answers say the right thing and are written wrong. */
public final class WrittenAnswerMutants {
  private WrittenAnswerMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "lists begin with a byte order mark",
            "ANSWER-IS-JSON",
            "no byte order mark",
            Faults.successes(Operation.LIST_DATAMARTS, r -> r.body("\ufeff" + r.body()))),
        mutant(
            "refusals begin with a byte order mark",
            "ANSWER-IS-JSON",
            "no byte order mark",
            errors(r -> r.body("\ufeff" + r.body()))),
        mutant(
            "refusals are followed by another",
            "ANSWER-IS-JSON",
            "JSON object",
            errors(r -> r.body(r.body() + r.body()))),
        mutant(
            "a zero byte ends what was deleted",
            "ANSWER-IS-JSON",
            "JSON object",
            Faults.successes(Operation.DELETE_EMBED, r -> r.body(r.body() + "\0"))),
        mutant(
            "codes end in a blank",
            "ERROR-CODE-IS-EXACT",
            "code AUTHENTICATION_ERROR",
            errors(r -> coded(r, code -> code + " "))),
        mutant(
            "codes are in small letters",
            "ERROR-CODE-IS-EXACT",
            "code AUTHENTICATION_ERROR",
            errors(r -> coded(r, code -> code.toLowerCase(Locale.ROOT)))),
        mutant(
            "codes have hyphens",
            "ERROR-CODE-IS-EXACT",
            "code AUTHENTICATION_ERROR",
            errors(r -> coded(r, code -> code.replace('_', '-')))),
        mutant(
            "refusals have two codes",
            "ANSWER-NAMES-MEMBERS-ONCE",
            "each member of an object once",
            errors(r -> r.body(r.body().replaceFirst("(\"code\":\"[^\"]*\")", "$1,$1")))),
        mutant(
            "another charset is named",
            "ANSWER-SAYS-UTF-8",
            "charset utf-8",
            errors(r -> r.header("content-type", "application/json; charset=ISO-8859-1"))),
        mutant(
            "null as body is a 500",
            "BODY-MUST-BE-AN-OBJECT",
            "400",
            (ask, up) ->
                ask.body().equals("null")
                    ? Reply.refusal(500, "INTERNAL_SERVER_ERROR", "Unexpected failure")
                    : up.send(ask)),
        mutant(
            "a number as body has a code of its own",
            "BODY-MUST-BE-AN-OBJECT",
            "400 INVALID_REQUEST_BODY",
            (ask, up) ->
                ask.body().equals("5")
                    ? Reply.refusal(400, "NO_OBJECT", "The body is no object")
                    : up.send(ask)),
        mutant(
            "an unknown path without a token is a 500",
            "PATH-IS-CHECKED",
            "401 or 404",
            (ask, up) ->
                ask.path().endsWith("/made-up") && ask.authorization().isEmpty()
                    ? Reply.refusal(500, "INTERNAL_SERVER_ERROR", "Unexpected failure")
                    : up.send(ask)),
        mutant(
            "deprecation has no date",
            "DEPRECATION-IS-TOLD",
            "RFC 9745",
            Faults.answers((ask, r) -> true, r -> r.header("deprecation", "true"))));
  }

  private static Reply coded(Reply refusal, UnaryOperator<String> change) {
    return refusal.edited(
        body -> ((ObjectNode) body.get("error")).put("code", change.apply(refusal.code())));
  }

  private static Fault errors(UnaryOperator<Reply> change) {
    return Faults.answers((ask, reply) -> reply.status() >= 400, change);
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "HTTP-" + id, sentence, () -> fault);
  }
}
