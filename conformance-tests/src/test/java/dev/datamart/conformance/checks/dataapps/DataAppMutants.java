package dev.datamart.conformance.checks.dataapps;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.DELETE_DATA_APP;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that get data apps wrong. */
public final class DataAppMutants {
  private DataAppMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "a new data app is not embedded",
            "DA-CREATE-ADDS-IT",
            "embedded",
            Faults.editsItems(LIST_DATA_APPS, app -> app.put("type", "internal"))),
        mutant(
            "embeds are not counted",
            "DA-LIST-SHOWS-ITS-EMBEDS",
            "embedCount",
            Faults.editsItems(LIST_DATA_APPS, app -> app.put("embedCount", 0))),
        mutant(
            "embeds of data apps are not shown",
            "DA-LIST-SHOWS-ITS-EMBEDS",
            "embeds",
            Faults.editsItems(LIST_DATA_APPS, app -> app.putArray("embeds"))),
        mutant(
            "deleting a data app does nothing",
            "DA-DELETE-REMOVES-IT-ALONE",
            "gone",
            Faults.pretends(ask -> ask.is(DELETE_DATA_APP), "name", "x")),
        mutant(
            "deleting a data app does not revoke keys",
            "DA-DELETE-REVOKES-ITS-KEYS",
            "401",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return ask.is(LIST_EMBEDS) && reply.status() == 401
                  ? Reply.json(200, "data", List.of(), "error", null)
                  : reply;
            }),
        mutant(
            "a data app of the same name has its old embeds",
            "DA-DELETE-REMOVES-ITS-EMBEDS",
            "no embeds",
            haunted()));
  }

  /** Remembers embeds by the name of their data app, beyond its end. */
  private static Fault haunted() {
    Map<String, String> apps = new ConcurrentHashMap<>();
    Map<String, JsonNode> ghosts = new ConcurrentHashMap<>();
    return (ask, up) -> {
      if (ask.is(DELETE_DATA_APP)) {
        apps.forEach(
            (key, app) -> {
              if (app.equals(ask.argument("name"))) {
                ghosts.put(app, up.send(ask.as(key).other(LIST_EMBEDS)).json().path("data"));
              }
            });
      }
      Reply reply = up.send(ask);
      if (ask.is(CREATE_API_TOKEN) && reply.ok()) {
        apps.put("Bearer " + reply.json().path("key").asText(), ask.argument("dataAppName"));
      }
      String app = apps.getOrDefault(ask.authorization(), "");
      if (ask.is(LIST_EMBEDS) && reply.ok() && ghosts.containsKey(app)) {
        return reply.edited(body -> ghosts.get(app).forEach(((ArrayNode) body.get("data"))::add));
      }
      return reply;
    };
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, id, sentence, () -> fault);
  }
}
