package dev.datamart.conformance.checks.http;

import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;

import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import java.util.List;

/** Servers that stumble over what clients send besides. */
public final class ToleranceMutants {
  private ToleranceMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "a trailing slash is a redirect",
            "TRAILING-SLASH-IS-THE-SAME",
            "200",
            (ask, up) ->
                ask.path().endsWith("/")
                    ? Reply.json(301).header("location", ask.path().replaceAll("/$", ""))
                    : up.send(ask)),
        mutant(
            "a trailing slash is unknown in one family",
            "TRAILING-SLASH-IS-THE-SAME",
            "200",
            (ask, up) ->
                ask.path().endsWith("delete/")
                    ? Reply.refusal(404, "RESOURCE_NOT_FOUND", "Resource not found")
                    : up.send(ask)),
        mutant(
            "a trailing slash says yes and does nothing",
            "TRAILING-SLASH-IS-THE-SAME",
            "the change that was asked for",
            Faults.pretends(
                ask -> ask.path().endsWith("/") && !ask.method().equals("GET"),
                "id",
                "x",
                "data",
                List.of(),
                "error",
                null)),
        mutant(
            "a trailing slash gives keys of nothing",
            "TRAILING-SLASH-IS-THE-SAME",
            "200",
            Faults.pretends(
                ask -> ask.path().endsWith("api-tokens/"), "key", "a-key", "data", List.of())),
        mutant(
            "a type without a body is refused",
            "CONTENT-TYPE-NEEDS-NO-BODY",
            "200",
            (ask, up) ->
                ask.method().equals("DELETE") && ask.headers().containsKey("content-type")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "Malformed JSON in request body")
                    : up.send(ask)),
        mutant(
            "unknown headers are refused",
            "UNKNOWN-HEADERS-ARE-IGNORED",
            "200",
            (ask, up) ->
                ask.headers().containsKey("x-unknown")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "x")
                    : up.send(ask)),
        mutant(
            "unknown parameters are refused",
            "UNKNOWN-PARAMETERS-ARE-IGNORED",
            "200",
            (ask, up) ->
                ask.query().contains("made-up")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "x")
                    : up.send(ask)),
        mutant(
            "unknown parameters may not be repeated",
            "UNKNOWN-PARAMETERS-ARE-IGNORED",
            "200",
            (ask, up) ->
                ask.query().matches(".*made-up.*made-up.*")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "x")
                    : up.send(ask)),
        mutant(
            "embeds are filtered by dataAppName",
            "UNKNOWN-PARAMETERS-ARE-IGNORED",
            "whatever dataAppName says",
            Faults.answers(
                (ask, r) -> r.ok() && ask.is(LIST_EMBEDS) && ask.query().contains("dataAppName"),
                r -> Reply.json(200, "data", List.of(), "error", null))),
        mutant(
            "datamarts are filtered by dataAppName",
            "UNKNOWN-PARAMETERS-ARE-IGNORED",
            "listed all the same",
            Faults.answers(
                (ask, r) -> r.ok() && ask.is(LIST_DATAMARTS) && ask.query().contains("dataAppName"),
                r -> Reply.json(200, "data", List.of(), "error", null))),
        mutant(
            "unknown members are refused",
            "UNKNOWN-MEMBERS-ARE-IGNORED",
            "200",
            (ask, up) ->
                ask.body().contains("madeUp")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "x")
                    : up.send(ask)));
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "HTTP-" + id, sentence, () -> fault);
  }
}
