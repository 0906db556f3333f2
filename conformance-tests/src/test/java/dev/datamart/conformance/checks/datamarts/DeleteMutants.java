package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.DELETE_DATAMART;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Family;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that delete datamarts wrongly. */
public final class DeleteMutants {
  private DeleteMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "second delete succeeds",
            "TWICE-IS-REFUSED",
            "400 INVALID_REQUEST_BODY",
            secondSucceeds()),
        mutant(
            "deleting an unknown datamart succeeds",
            "UNKNOWN-IS-REFUSED",
            "400 INVALID_REQUEST_BODY",
            (ask, upstream) -> {
              Reply reply = upstream.send(ask);
              return ask.is(DELETE_DATAMART)
                      && reply.json().at("/error/message").asText().contains("not found")
                  ? Reply.json(200, "id", ask.argument("datamartName"), "error", null)
                  : reply;
            }),
        mutant(
            "unknown datamart is 404",
            "UNKNOWN-IS-REFUSED",
            "400 INVALID_REQUEST_BODY",
            Faults.answers(
                (ask, reply) -> ask.is(DELETE_DATAMART) && notFound(reply),
                reply ->
                    reply
                        .status(404)
                        .edited(b -> ((ObjectNode) b.get("error")).put("status", 404)))),
        mutant(
            "unknown datamart has another code",
            "UNKNOWN-IS-REFUSED",
            "400 INVALID_REQUEST_BODY",
            Faults.answers(
                (ask, reply) -> ask.is(DELETE_DATAMART) && notFound(reply),
                reply ->
                    reply.edited(
                        b -> ((ObjectNode) b.get("error")).put("code", "DATAMART_NOT_FOUND")))),
        mutant(
            "other organizations can delete",
            "OTHER-ORGANIZATION-IS-REFUSED",
            "400",
            anyoneDeletes()),
        mutant(
            "the verb family says yes and does nothing",
            "REMOVES-IT",
            "gone",
            (ask, upstream) ->
                ask.is(DELETE_DATAMART, Family.VERB)
                    ? Reply.json(200, "id", ask.argument("datamartName"), "error", null)
                    : upstream.send(ask)),
        mutant(
            "a prefix is enough",
            "NAME-IS-EXACT",
            "without its last letter",
            Faults.resembling((asked, name) -> !asked.isEmpty() && name.startsWith(asked))),
        mutant(
            "case is ignored",
            "NAME-IS-EXACT",
            "in upper case",
            Faults.resembling(String::equalsIgnoreCase)),
        mutant(
            "names are trimmed",
            "NAME-IS-EXACT",
            "space",
            Faults.resembling((asked, name) -> asked.trim().equals(name))),
        mutant(
            "names are SQL patterns",
            "NAME-IS-EXACT",
            "wildcard %",
            Faults.resembling(
                (asked, name) ->
                    name.matches(asked.replace("%", ".*").replaceAll("[\\[\\]{}()]", "x")))),
        mutant(
            "names are normalized",
            "NAME-IS-EXACT",
            "full-width",
            Faults.resembling(
                (asked, name) -> Normalizer.normalize(asked, Normalizer.Form.NFKC).equals(name))),
        mutant(
            "names are composed before they are compared",
            "NAME-IS-EXACT",
            "decomposed",
            Faults.resembling(
                (asked, name) -> Normalizer.normalize(asked, Normalizer.Form.NFC).equals(name))),
        mutant(
            "a refused name takes the embeds of its neighbour",
            "NAME-IS-EXACT",
            "nothing changes",
            new GreedyCascade((asked, name) -> !asked.equals(name) && asked.trim().equals(name))),
        mutant(
            "the answer names nothing",
            "ANSWERS",
            "/id",
            Faults.edits(DELETE_DATAMART, body -> body.remove("id"))),
        mutant(
            "the answer leaves error out",
            "ANSWERS",
            "error",
            Faults.edits(DELETE_DATAMART, body -> body.remove("error"))),
        mutant(
            "success is 204",
            "ANSWERS",
            "200",
            Faults.successes(DELETE_DATAMART, reply -> reply.status(204).body(""))),
        mutant(
            "missing name is accepted",
            "NAME-MISSING-IS-REFUSED",
            "400",
            Faults.accepts(
                DELETE_DATAMART,
                ask -> !ask.arguments().has("datamartName"),
                "id",
                "",
                "error",
                null)),
        mutant(
            "API keys may not delete",
            "TAKES-API-KEY",
            "200",
            (ask, upstream) ->
                ask.is(DELETE_DATAMART)
                        && !ask.authorization().contains("11111111-1111-4111-8111-111111111111")
                    ? Reply.refusal(403, "AUTHENTICATION_ERROR", "no")
                    : upstream.send(ask)),
        mutant(
            "plus stays plus",
            "NAME-PLUS-IS-SPACE",
            "200",
            Faults.requests(
                ask -> ask.is(DELETE_DATAMART) && ask.query().contains("+"),
                ask ->
                    new Ask(
                        ask.method(),
                        ask.path(),
                        ask.query().replace("+", "%2B"),
                        ask.headers(),
                        ask.body()))),
        mutant(
            "odd names are cut at a slash",
            "NAME-MAY-BE-ODD",
            "listed as given",
            Faults.requests(
                ask -> ask.is(CREATE_DATAMART) && ask.argument("name").contains("/"),
                ask -> ask.argument("name", ask.argument("name").replaceAll("/.*", "")))),
        mutant(
            "long names are cut off",
            "NAME-MAY-BE-LONG",
            "listed as given",
            Faults.requests(
                ask -> ask.is(CREATE_DATAMART) && ask.argument("name").length() > 100,
                ask -> ask.argument("name", ask.argument("name").substring(0, 100)))),
        mutant(
            "the cascade misses names with a slash",
            "NAME-MAY-BE-ODD",
            "embeds with them",
            new GhostEmbeds(
                (embed, delete, owner, n) -> delete.argument("datamartName").contains("/"))));
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "DM-DELETE-" + id, sentence, () -> fault);
  }

  private static boolean notFound(Reply reply) {
    return reply
        .json()
        .at("/error/message")
        .asText()
        .toLowerCase(Locale.ROOT)
        .contains("not found");
  }

  private static Fault secondSucceeds() {
    Set<String> deleted = ConcurrentHashMap.newKeySet();
    return (ask, upstream) -> {
      Reply reply = upstream.send(ask);
      String name = ask.argument("datamartName");
      if (ask.is(DELETE_DATAMART) && !name.isEmpty()) {
        return reply.ok() && deleted.add(name) || !deleted.contains(name)
            ? reply
            : Reply.json(200, "id", name, "error", null);
      }
      return reply;
    };
  }

  private static Fault anyoneDeletes() {
    Map<String, String> owners = new ConcurrentHashMap<>();
    return (ask, upstream) -> {
      if (ask.is(CREATE_DATAMART)) {
        owners.put(ask.argument("name"), ask.authorization());
      }
      Reply reply = upstream.send(ask);
      String owner = owners.get(ask.argument("datamartName"));
      return ask.is(DELETE_DATAMART) && notFound(reply) && owner != null
          ? upstream.send(ask.as(owner))
          : reply;
    };
  }
}
