package dev.datamart.conformance.broken;

import static dev.datamart.conformance.contract.Operation.CREATE_DATAMART;
import static dev.datamart.conformance.contract.Operation.DELETE_DATAMART;
import static dev.datamart.conformance.contract.Operation.DELETE_EMBED;
import static dev.datamart.conformance.contract.Operation.LIST_EMBEDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.contract.Family;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that delete datamarts wrongly. */
final class DeleteMutants {
  private DeleteMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "cascade is skipped",
            "REMOVES-DASHBOARD-EMBEDS",
            "and nothing else is gone",
            new GhostEmbeds((embed, delete, owner, n) -> true)),
        mutant(
            "cascade forgets metric embeds",
            "REMOVES-METRIC-EMBEDS",
            "embed",
            new GhostEmbeds(
                (embed, delete, owner, n) -> embed.path("embedType").asText().equals("metric"))),
        mutant(
            "cascade forgets all data apps but the first seen",
            "REMOVES-EMBEDS-OF-ALL-DATA-APPS",
            "embed",
            new GhostEmbeds((embed, delete, owner, n) -> !owner.equals(delete.authorization()))),
        mutant(
            "cascade stops after ten embeds",
            "REMOVES-ALL-EMBEDS",
            "embed",
            new GhostEmbeds((embed, delete, owner, n) -> n >= 10)),
        mutant(
            "cascade goes by the first datamart of an embed",
            "REMOVES-EMBEDS-MOVED-TO-IT",
            "embed",
            new GhostEmbeds(
                (embed, delete, owner, n) ->
                    !embed.path("createdAt").equals(embed.path("updatedAt")) || moved(embed))),
        mutant(
            "cascade is missing in the verb family",
            "REMOVES-DASHBOARD-EMBEDS",
            "embed",
            new GhostEmbeds(
                (embed, delete, owner, n) -> delete.family().equals(Optional.of(Family.VERB)))),
        mutant(
            "delete takes embeds of datamarts with longer names along",
            "KEEPS-OTHER-EMBEDS",
            "nothing else is gone",
            greedy()),
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
            "a re-created datamart gets its old embeds back",
            "NAME-IS-FREE-AGAIN",
            "no embed",
            resurrected()),
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
                ask -> ask.argument("name", ask.argument("name").replaceAll("/.*", "")))));
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

  private static boolean moved(JsonNode embed) {
    JsonNode dates = embed.path("embedMetadata");
    return !dates.path("createdAt").equals(dates.path("updatedAt"));
  }

  private static Fault greedy() {
    return (ask, upstream) -> {
      if (ask.is(DELETE_DATAMART)) {
        for (String key : List.copyOf(KEYS)) {
          Reply embeds = upstream.send(ask.as(key).other(LIST_EMBEDS));
          for (JsonNode embed : embeds.json().path("data")) {
            String datamart = embed.at("/accessSettings/datamartName").asText();
            if (datamart.startsWith(ask.argument("datamartName"))) {
              upstream.send(
                  ask.as(key).other(DELETE_EMBED, "embedId", embed.path("embedId").asText()));
            }
          }
        }
      }
      if (ask.is(LIST_EMBEDS)) {
        KEYS.add(ask.authorization());
      }
      return upstream.send(ask);
    };
  }

  private static final Set<String> KEYS = ConcurrentHashMap.newKeySet();

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

  private static Fault resurrected() {
    Set<String> recreated = ConcurrentHashMap.newKeySet();
    GhostEmbeds ghosts = new GhostEmbeds((embed, delete, owner, n) -> true);
    Map<String, Boolean> deleted = new ConcurrentHashMap<>();
    return (ask, upstream) -> {
      if (ask.is(DELETE_DATAMART)) {
        deleted.put(ask.argument("datamartName"), true);
      }
      if (ask.is(CREATE_DATAMART) && deleted.containsKey(ask.argument("name"))) {
        recreated.add(ask.argument("name"));
      }
      if (ask.is(LIST_EMBEDS) && recreated.isEmpty()) {
        return upstream.send(ask);
      }
      return ghosts.answer(ask, upstream);
    };
  }
}
