package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that are right as long as nothing happens at once, or in a certain order. */
public final class HistoryMutants {
  private HistoryMutants() {}

  public static List<Mutant> all() {
    return List.of(
        new Mutant(
            "an embed made during a delete stays",
            "DM-DELETE-LEAVES-NO-ORPHANS",
            "no embed points",
            HistoryMutants::orphans),
        new Mutant(
            "lists are some seconds old",
            "DM-HISTORY-IS-ONE-AFTER-ANOTHER",
            "none",
            HistoryMutants::stale),
        new Mutant(
            "a renamed embed survives the cascade",
            "DM-DELETE-REMOVES-RENAMED-EMBEDS",
            "embed",
            () ->
                new GhostEmbeds(
                    (embed, delete, owner, n) ->
                        !embed
                            .at("/embedMetadata/createdAt")
                            .equals(embed.at("/embedMetadata/updatedAt")))),
        new Mutant(
            "of deprecated paths those that read alone say so",
            "DM-SEQUENCES-FOLLOW-DECISIONS",
            "Deprecation",
            () ->
                Faults.answers(
                    (ask, reply) -> ask.operation().filter(Operation::isChange).isPresent(),
                    reply -> reply.header("deprecation", null))),
        new Mutant(
            "an embed cannot move back",
            "DM-SEQUENCES-FOLLOW-THE-MODEL",
            "",
            () -> {
              Map<String, Integer> moves = new ConcurrentHashMap<>();
              return (ask, up) ->
                  ask.is(UPDATE_EMBED) && moves.merge(ask.argument("embedId"), 1, Integer::sum) > 1
                      ? Reply.json(200, "id", ask.argument("embedId"), "error", null)
                      : up.send(ask);
            }));
  }

  /** Accepts embeds of a datamart that has just gone, and lists them. */
  private static Fault orphans() {
    Map<String, List<JsonNode>> ghosts = new ConcurrentHashMap<>();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(CREATE_EMBED) && reply.code().equals("INVALID_DATAMART")) {
        String id = UUID.randomUUID().toString();
        ghosts
            .computeIfAbsent(
                ask.authorization(), unseen -> Collections.synchronizedList(new ArrayList<>()))
            .add(
                Json.object(
                    "embedId", id, "accessSettings", ask.arguments().path("accessSettings")));
        return Reply.json(200, "id", id, "error", null);
      }
      if (ask.is(LIST_EMBEDS) && ghosts.containsKey(ask.authorization())) {
        return reply.edited(
            body -> ghosts.get(ask.authorization()).forEach(((ArrayNode) body.get("data"))::add));
      }
      return reply;
    };
  }

  /** Lists what there was up to five seconds ago. */
  private static Fault stale() {
    Map<String, Reply> lists = new ConcurrentHashMap<>();
    Map<String, Long> times = new ConcurrentHashMap<>();
    return (ask, up) -> {
      if (!ask.is(LIST_DATAMARTS)) {
        return up.send(ask);
      }
      String who = ask.authorization() + ask.query() + ask.body();
      long now = System.nanoTime();
      if (now - times.getOrDefault(who, 0L) > 5_000_000_000L) {
        lists.put(who, up.send(ask));
        times.put(who, now);
      }
      return lists.get(who);
    };
  }
}
