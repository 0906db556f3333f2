package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.LIST_EMBEDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Servers whose deletes take too few embeds along, or too many. */
public final class CascadeMutants {
  private CascadeMutants() {}

  public static List<Mutant> all() {
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
            "a delete disconnects all workspaces",
            "KEEPS-CONNECTIONS",
            "workspaces with",
            disconnecting()),
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
            new GreedyCascade(CascadeMutants::like)),
        mutant(
            "the cascade reaches into other organizations",
            "LEAVES-OTHER-ORGANIZATIONS",
            "still has its embed",
            new GreedyCascade(String::equals)),
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
            oldTenancy()));
  }

  private static final String SERVICE = "Bearer 11111111-1111-4111-8111-111111111111";

  /** Whether a name matches an SQL pattern. */
  private static boolean like(String pattern, String name) {
    return name.matches(pattern.replace("%", ".*").replace("_", "."));
  }

  private static boolean moved(JsonNode embed) {
    JsonNode dates = embed.path("embedMetadata");
    return !dates.path("createdAt").equals(dates.path("updatedAt"));
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

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "DM-DELETE-" + id, sentence, () -> fault);
  }

  private static Fault disconnecting() {
    AtomicBoolean isDeleted = new AtomicBoolean();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(Operation.DELETE_DATAMART) && reply.ok()) {
        isDeleted.set(true);
      }
      return ask.is(Operation.LIST_WORKSPACES) && reply.ok() && isDeleted.get()
          ? reply.edited(
              body -> body.path("data").forEach(item -> ((ObjectNode) item).putNull("datamart")))
          : reply;
    };
  }
}
