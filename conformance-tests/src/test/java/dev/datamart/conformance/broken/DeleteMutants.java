package dev.datamart.conformance.broken;

import static dev.datamart.conformance.contract.Operation.CREATE_DATAMART;
import static dev.datamart.conformance.contract.Operation.CREATE_EMBED;
import static dev.datamart.conformance.contract.Operation.DELETE_DATAMART;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

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
            "an API key takes the embeds of its own data app alone along",
            "BY-KEY-REMOVES-EMBEDS-OF-ALL-DATA-APPS",
            "embed",
            new GhostEmbeds(
                (embed, delete, owner, n) ->
                    !delete.authorization().equals(SERVICE)
                        && !owner.equals(delete.authorization()))),
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
            new GreedyCascade((asked, name) -> name.startsWith(asked))),
        mutant(
            "the cascade ignores case",
            "KEEPS-OTHER-EMBEDS",
            "nothing else is gone",
            new GreedyCascade(String::equalsIgnoreCase)),
        mutant(
            "the cascade takes the name for an SQL pattern",
            "KEEPS-OTHER-EMBEDS",
            "nothing else is gone",
            new GreedyCascade(DeleteMutants::like)),
        mutant(
            "the cascade reaches into other organizations",
            "LEAVES-OTHER-ORGANIZATIONS",
            "still has its embed",
            new GreedyCascade(String::equals)),
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
            "a re-created datamart gets its old embeds back",
            "NAME-IS-FREE-AGAIN",
            "no embed of it",
            resurrected((owner, embed) -> true, embed -> {})),
        mutant(
            "a re-created datamart gets the embeds of other data apps back",
            "NAME-IS-FREE-AGAIN",
            "no embed of it",
            resurrected((owner, first) -> !owner.equals(first), embed -> {})),
        mutant(
            "a re-created datamart gets its embeds back under new ids",
            "NAME-IS-FREE-AGAIN",
            "no embed of it",
            resurrected((owner, first) -> true, embed -> embed.put("embedId", "another"))),
        mutant(
            "a re-created datamart has its old tenancy",
            "NAME-IS-FREE-AGAIN",
            "its own tenancy",
            oldTenancy()),
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
            "the cascade misses names with a slash",
            "NAME-MAY-BE-ODD",
            "embeds with them",
            new GhostEmbeds(
                (embed, delete, owner, n) -> delete.argument("datamartName").contains("/"))));
  }

  private static final String SERVICE = "Bearer 11111111-1111-4111-8111-111111111111";

  /** Whether a name matches an SQL pattern. */
  private static boolean like(String pattern, String name) {
    return name.matches(pattern.replace("%", ".*").replace("_", "."));
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

  /**
   * Lists embeds of a deleted datamart once there is a new one of the name.
   *
   * @param stays whether an embed of the first data app, or of another, comes back
   */
  private static Fault resurrected(
      BiPredicate<String, String> stays, Consumer<ObjectNode> disguise) {
    Set<String> recreated = ConcurrentHashMap.newKeySet();
    Map<String, Boolean> deleted = new ConcurrentHashMap<>();
    AtomicReference<String> first = new AtomicReference<>("");
    GhostEmbeds ghosts =
        new GhostEmbeds(
            (embed, delete, owner, n) -> {
              disguise.accept((ObjectNode) embed);
              return stays.test(owner, first.get());
            });
    return (ask, upstream) -> {
      if (ask.is(CREATE_EMBED)) {
        first.compareAndSet("", ask.authorization());
      }
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

  /** Makes a datamart with the tenancy that the first of its name had. */
  private static Fault oldTenancy() {
    Map<String, JsonNode> old = new ConcurrentHashMap<>();
    return (ask, upstream) -> {
      if (!ask.is(CREATE_DATAMART)) {
        return upstream.send(ask);
      }
      JsonNode tenancy = ask.arguments().path("tenancySettings");
      JsonNode known = old.putIfAbsent(ask.argument("name"), tenancy);
      return upstream.send(
          known == null || !known.isObject() ? ask : ask.argument("tenancySettings", known));
    };
  }
}
