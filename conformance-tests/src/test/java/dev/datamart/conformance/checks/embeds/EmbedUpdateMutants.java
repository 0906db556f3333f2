package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.checks.embeds.EmbedMutants.refusing;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Servers that update, rename and delete embeds wrongly. */
public final class EmbedUpdateMutants {
  private EmbedUpdateMutants() {}

  public static List<Mutant> all() {
    return List.of(
        new Mutant(
            "updates at once overwrite one another",
            "EM-UPDATE-AT-ONCE-LOSES-NOTHING",
            "are not",
            EmbedUpdateMutants::lostUpdates),
        mutant(
            "embeds cannot be moved",
            "UPDATE-MOVES-IT",
            "datamartName",
            Faults.requests(
                ask -> ask.is(UPDATE_EMBED),
                ask -> {
                  ObjectNode arguments = ask.arguments();
                  arguments.withObject("accessSettings").remove("datamartName");
                  return ask.arguments(arguments);
                })),
        mutant(
            "settings left out become false",
            "UPDATE-KEEPS-WHAT-IS-LEFT-OUT",
            "accessSettings",
            Faults.requests(
                ask -> ask.is(UPDATE_EMBED),
                ask -> {
                  ObjectNode arguments = ask.arguments();
                  ObjectNode given = arguments.withObject("accessSettings");
                  if (!given.has("isAllowAiPilot")) {
                    given.put("isAllowAiPilot", false);
                  }
                  return ask.arguments(arguments);
                })),
        refusing(
            "nulls in settings are refused",
            "UPDATE-TAKES-WHAT-LIST-SHOWS",
            ask -> ask.is(UPDATE_EMBED) && ask.body().contains("null")),
        refusing(
            "themes are refused",
            "UPDATE-IGNORES-APPEARANCE",
            ask -> ask.is(UPDATE_EMBED) && ask.arguments().has("theme")),
        mutant(
            "an update does not rename",
            "UPDATE-TAKES-NAME",
            "name",
            Faults.requests(
                ask -> ask.is(UPDATE_EMBED),
                ask -> {
                  ObjectNode arguments = ask.arguments();
                  arguments.remove("name");
                  return ask.arguments(arguments);
                })),
        mutant(
            "an update changes all embeds",
            "UPDATE-CHANGES-IT-ALONE",
            "nothing else",
            siblings(UPDATE_EMBED)),
        mutant(
            "renaming renames all embeds",
            "RENAME-RENAMES-IT-ALONE",
            "nothing else",
            siblings(RENAME_EMBED)),
        mutant(
            "renaming does nothing",
            "RENAME-RENAMES-IT-ALONE",
            "changes",
            (ask, up) ->
                ask.is(RENAME_EMBED)
                    ? Reply.json(
                        200,
                        "id",
                        ask.argument("embedId"),
                        "name",
                        ask.argument("name"),
                        "error",
                        null)
                    : up.send(ask)),
        mutant(
            "deleting an embed deletes its datamart",
            "DELETE-REMOVES-IT-ALONE",
            "nothing else",
            (ask, up) -> {
              if (ask.is(DELETE_EMBED)) {
                for (JsonNode embed : up.send(ask.other(LIST_EMBEDS)).json().path("data")) {
                  if (embed.path("embedId").asText().equals(ask.argument("embedId"))) {
                    Reply gone =
                        up.send(
                            ask.other(
                                DELETE_DATAMART,
                                "datamartName",
                                embed.at("/accessSettings/datamartName").asText()));
                    return gone.ok()
                        ? Reply.json(200, "id", ask.argument("embedId"), "error", null)
                        : gone;
                  }
                }
              }
              return up.send(ask);
            }));
  }

  /** Does to all embeds of the data app what was asked for one. */
  private static Fault siblings(Operation operation) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(operation) && reply.ok()) {
        for (JsonNode embed : up.send(ask.other(LIST_EMBEDS)).json().path("data")) {
          up.send(ask.argument("embedId", embed.path("embedId").asText()));
        }
      }
      return reply;
    };
  }

  /** Reads, waits, merges and writes. */
  private static Fault lostUpdates() {
    return (ask, up) -> {
      if (!ask.is(UPDATE_EMBED)) {
        return up.send(ask);
      }
      JsonNode found = Json.object();
      for (JsonNode embed : up.send(ask.other(LIST_EMBEDS)).json().path("data")) {
        if (embed.path("embedId").asText().equals(ask.argument("embedId"))) {
          found = embed.path("accessSettings");
        }
      }
      ObjectNode merged = found.deepCopy();
      merged.setAll((ObjectNode) ask.arguments().path("accessSettings"));
      LockSupport.parkNanos(50_000_000L);
      return up.send(ask.argument("accessSettings", merged));
    };
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "EM-" + id, sentence, () -> fault);
  }
}
