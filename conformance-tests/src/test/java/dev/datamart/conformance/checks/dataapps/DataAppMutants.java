package dev.datamart.conformance.checks.dataapps;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.DELETE_DATA_APP;
import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.spec.Operation.LIST_API_TOKENS;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that get data apps and discovery wrong. */
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
            "workspaces do not show connections",
            "WS-LIST-SHOWS-CONNECTIONS",
            "companyIntegration",
            Faults.editsItems(LIST_WORKSPACES, item -> item.remove("companyIntegration"))),
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
            haunted()),
        mutant(
            "deleting an unknown data app succeeds",
            "DA-DELETE-UNKNOWN-IS-REFUSED",
            "400",
            fine(DELETE_DATA_APP, "DATA_APP_NOT_FOUND")),
        mutant(
            "strangers delete data apps",
            "DA-DELETE-OTHER-ORGANIZATION-IS-REFUSED",
            "400",
            fine(DELETE_DATA_APP, "DATA_APP_NOT_FOUND")),
        mutant(
            "a data app name may be taken",
            "DA-CREATE-NAME-MUST-BE-FREE",
            "400",
            fine(CREATE_DATA_APP, "DATA_APP_ALREADY_EXISTS")),
        mutant(
            "a data app needs no name",
            "DA-CREATE-NAME-IS-REQUIRED",
            "400",
            fine(CREATE_DATA_APP, "INVALID_REQUEST_BODY")),
        mutant(
            "keys for unknown data apps are made",
            "AT-CREATE-DATA-APP-MUST-EXIST",
            "400",
            fine(CREATE_API_TOKEN, "DATA_APP_NOT_FOUND")),
        mutant(
            "strangers make keys",
            "AT-CREATE-OTHER-ORGANIZATION-IS-REFUSED",
            "400",
            fine(CREATE_API_TOKEN, "DATA_APP_NOT_FOUND")),
        mutant(
            "strangers list keys",
            "AT-LIST-OTHER-ORGANIZATION-IS-REFUSED",
            "400",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return ask.is(LIST_API_TOKENS) && reply.status() == 400
                  ? Reply.json(200, "data", List.of())
                  : reply;
            }),
        mutant(
            "the schema of any datasource is shown",
            "DS-SCHEMA-UNKNOWN-IS-REFUSED",
            "400",
            fine(GET_DATASOURCE_SCHEMA, "DATASOURCE_NAME_ERROR")),
        mutant(
            "dashboards of any workspace are shown",
            "WS-DASHBOARDS-UNKNOWN-IS-REFUSED",
            "400",
            fine(LIST_WORKSPACE_DASHBOARDS, "WORKSPACE_ID_ERROR")),
        mutant(
            "metrics of a workspace have the other code",
            "WS-METRICS-UNKNOWN-IS-REFUSED",
            "WORKSPACE_ID_ERROR",
            Faults.refusals(
                LIST_WORKSPACE_METRICS,
                r ->
                    r.edited(
                        b ->
                            ((ObjectNode) b.get("error")).put("code", "INVALID_WORKSPACE_NAME")))));
  }

  private static Fault fine(Operation operation, String code) {
    return Faults.answers(
        (ask, reply) -> ask.is(operation) && reply.code().equals(code),
        reply -> Reply.json(200, "name", "x", "key", "x"));
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
      if (ask.is(LIST_EMBEDS) && ghosts.containsKey(app)) {
        return reply.edited(body -> ghosts.get(app).forEach(((ArrayNode) body.get("data"))::add));
      }
      return reply;
    };
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, id, sentence, () -> fault);
  }
}
