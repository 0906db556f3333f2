package dev.datamart.conformance.checks.http;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_DATASOURCES;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;

/** Servers that get the frame of all answers wrong. */
public final class HttpMutants {
  private HttpMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "dates are numbers",
            "ANSWER-HAS-ITS-SHAPE",
            "createdAt",
            Faults.editsItems(LIST_DATAMARTS, item -> item.put("createdAt", 5))),
        mutant(
            "embedType has a third value",
            "ANSWER-HAS-ITS-SHAPE",
            "embedType",
            Faults.editsItems(LIST_EMBEDS, item -> item.put("embedType", "chart"))),
        mutant(
            "companyIntegration is missing",
            "ANSWER-HAS-ITS-SHAPE",
            "companyIntegration",
            Faults.editsItems(LIST_DATAMARTS, item -> item.remove("companyIntegration"))),
        mutant(
            "datasources have no flags",
            "ANSWER-HAS-ITS-SHAPE",
            "isDisabled",
            Faults.editsItems(LIST_DATASOURCES, item -> item.remove("isDisabled"))),
        mutant(
            "refusals are HTML",
            "ANSWER-IS-JSON",
            "JSON object",
            errors(r -> r.header("content-type", "text/html").body("<h1>Error</h1>"))),
        mutant(
            "refusals say text/plain",
            "ANSWER-IS-JSON",
            "text/plain",
            errors(r -> r.header("content-type", "text/plain"))),
        mutant("refusals are empty", "ANSWER-IS-JSON", "JSON object", errors(r -> r.body(""))),
        mutant(
            "the error envelope is missing",
            "ERROR-HAS-ITS-ENVELOPE",
            "nothing beside",
            errors(r -> r.body(r.json().path("error").toString()))),
        mutant(
            "errors have no message",
            "ERROR-HAS-ITS-ENVELOPE",
            "message",
            errors(r -> r.edited(b -> ((ObjectNode) b.get("error")).remove("message")))),
        mutant(
            "something stands beside the error",
            "ERROR-HAS-ITS-ENVELOPE",
            "nothing beside",
            errors(r -> r.edited(b -> b.put("timestamp", "now")))),
        mutant(
            "error.status is another",
            "ERROR-STATUS-IS-TRUE",
            "error.status",
            errors(r -> r.edited(b -> ((ObjectNode) b.get("error")).put("status", 500)))),
        mutant(
            "error.status is a text",
            "ERROR-STATUS-IS-TRUE",
            "error.status",
            errors(r -> r.edited(b -> ((ObjectNode) b.get("error")).put("status", "401")))),
        mutant(
            "creations are 201",
            "SUCCESS-IS-200",
            "200",
            Faults.successes(CREATE_DATAMART, r -> r.status(201))),
        mutant(
            "changes carry data",
            "CHANGE-HAS-NO-DATA",
            "no member data",
            Faults.edits(UPDATE_EMBED, b -> b.putObject("data"))),
        mutant(
            "messages are its own",
            "ERROR-TEXTS",
            "message",
            errors(r -> r.edited(b -> ((ObjectNode) b.get("error")).put("message", "Nope")))),
        mutant(
            "deprecation is not told",
            "DEPRECATION-IS-TOLD",
            "Deprecation",
            Faults.answers((ask, r) -> true, r -> r.header("deprecation", null))),
        mutant(
            "every path is deprecated",
            "DEPRECATION-IS-OF-OTHERS",
            "no header Deprecation",
            Faults.answers((ask, r) -> true, r -> r.header("deprecation", "@1719792000"))),
        mutant(
            "no successor is named",
            "DEPRECATION-IS-TOLD",
            "successor",
            Faults.answers((ask, r) -> true, r -> r.header("link", null))),
        mutant(
            "the successor is the deprecated path itself",
            "DEPRECATION-IS-TOLD",
            "a header Link to",
            (ask, up) ->
                up.send(ask).header("link", "<" + ask.path() + ">; rel=\"successor-version\"")),
        mutant(
            "broken JSON is a 500",
            "BODY-MUST-BE-JSON",
            "400 INVALID_REQUEST_BODY",
            Faults.answers(
                (ask, r) -> r.json().at("/error/message").asText().contains("Malformed"),
                r -> Reply.refusal(500, "INTERNAL_SERVER_ERROR", "Unexpected failure"))),
        mutant(
            "broken JSON is read as far as it goes",
            "BODY-MUST-BE-JSON",
            "",
            (ask, up) -> up.send(ask.body().endsWith("}}") ? ask.body(mended(ask.body())) : ask)),
        mutant(
            "a list as body is a 500",
            "BODY-MUST-BE-AN-OBJECT",
            "400",
            (ask, up) ->
                ask.body().equals("[]")
                    ? Reply.refusal(500, "INTERNAL_SERVER_ERROR", "Unexpected failure")
                    : up.send(ask)),
        mutant(
            "existence is looked at before the shape",
            "SHAPE-COMES-BEFORE-EXISTENCE",
            "INVALID_REQUEST_BODY",
            Faults.requests(
                ask -> ask.is(CREATE_API_TOKEN) && !ask.arguments().has("name"),
                ask -> ask.argument("name", "a name"))),
        mutant(
            "any media type will do",
            "MEDIA-TYPE-IS-CHECKED",
            "415",
            (ask, up) ->
                up.send(
                    ask.headers().getOrDefault("content-type", "").startsWith("text/")
                        ? new Ask(
                            ask.method(),
                            ask.path(),
                            ask.query(),
                            Map.of("authorization", ask.authorization()),
                            ask.body())
                        : ask)),
        mutant(
            "a charset makes another media type",
            "MEDIA-TYPE-MAY-HAVE-PARAMETERS",
            "200",
            (ask, up) ->
                ask.headers().getOrDefault("content-type", "").contains("charset")
                    ? Reply.refusal(415, "UNSUPPORTED_MEDIA_TYPE", "x")
                    : up.send(ask)),
        mutant(
            "a taken name has a code of its own",
            "DECIDED-CODES",
            "400 INVALID_REQUEST_BODY",
            ownCode(CREATE_DATAMART, "already exists")),
        mutant(
            "an update of an unknown embed has a code of its own",
            "DECIDED-CODES",
            "400 INVALID_EMBED_ID",
            ownCode(UPDATE_EMBED, "Embed not found")),
        mutant(
            "other methods are 404",
            "METHOD-IS-CHECKED",
            "405",
            Faults.answers((ask, r) -> r.status() == 405, r -> r.status(404))),
        mutant(
            "a 405 does not say what is allowed",
            "METHOD-IS-CHECKED",
            "Allow",
            Faults.answers((ask, r) -> r.status() == 405, r -> r.header("allow", null))),
        mutant(
            "a 405 allows what it does not take",
            "METHOD-IS-CHECKED",
            "Allow",
            Faults.answers((ask, r) -> r.status() == 405, r -> r.header("allow", "PATCH"))),
        mutant(
            "unknown paths are 400",
            "PATH-IS-CHECKED",
            "404",
            Faults.answers((ask, r) -> r.status() == 404, r -> r.status(400))));
  }

  private static Fault ownCode(Operation operation, String message) {
    return Faults.refusals(
        operation,
        r ->
            r.json().at("/error/message").asText().contains(message)
                ? Reply.refusal(400, "CODE_OF_ITS_OWN", message)
                : r);
  }

  private static String mended(String body) {
    return Json.read(body.substring(0, body.length() - 1)).isObject()
        ? body.substring(0, body.length() - 1)
        : body;
  }

  private static Fault errors(java.util.function.UnaryOperator<Reply> change) {
    return Faults.answers((ask, reply) -> reply.status() >= 400, change);
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "HTTP-" + id, sentence, () -> fault);
  }
}
