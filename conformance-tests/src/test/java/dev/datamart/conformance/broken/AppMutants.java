package dev.datamart.conformance.broken;

import static dev.datamart.conformance.contract.Operation.CREATE_API_TOKEN;
import static dev.datamart.conformance.contract.Operation.CREATE_DATA_APP;
import static dev.datamart.conformance.contract.Operation.DELETE_DATA_APP;
import static dev.datamart.conformance.contract.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.conformance.contract.Operation.LIST_API_TOKENS;
import static dev.datamart.conformance.contract.Operation.LIST_DATAMARTS;
import static dev.datamart.conformance.contract.Operation.LIST_DATASOURCES;
import static dev.datamart.conformance.contract.Operation.LIST_DATA_APPS;
import static dev.datamart.conformance.contract.Operation.LIST_EMBEDS;
import static dev.datamart.conformance.contract.Operation.LIST_WORKSPACES;
import static dev.datamart.conformance.contract.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.conformance.contract.Operation.LIST_WORKSPACE_METRICS;
import static dev.datamart.conformance.contract.Operation.ROTATE_API_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that get data apps, keys and discovery wrong. */
final class AppMutants {
  private static final String SERVICE = "Bearer 11111111-1111-4111-8111-111111111111";
  private static final String STRANGER = "Bearer 33333333-3333-4333-8333-333333333333";

  private AppMutants() {}

  static List<Mutant> all() {
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
            "data apps of all organizations are listed",
            "DA-LIST-HIDES-OTHER-ORGANIZATIONS",
            "hidden",
            mine(LIST_DATA_APPS)),
        mutant(
            "datasources of all organizations are listed",
            "DS-LIST-HIDES-OTHER-ORGANIZATIONS",
            "its own",
            mine(LIST_DATASOURCES)),
        mutant(
            "strangers see datasources beside their own",
            "DS-LIST-HIDES-OTHER-ORGANIZATIONS",
            "its own",
            leaking(LIST_DATASOURCES, SERVICE, STRANGER)),
        mutant(
            "a data app of a stranger is listed as well",
            "DA-LIST-HIDES-OTHER-ORGANIZATIONS",
            "of a stranger is hidden",
            leaking(LIST_DATA_APPS, STRANGER, SERVICE)),
        mutant(
            "a datamart of a stranger is listed as well",
            "DM-LIST-HIDES-OTHER-ORGANIZATIONS",
            "of a stranger is hidden",
            leaking(LIST_DATAMARTS, STRANGER, SERVICE)),
        mutant(
            "strangers see workspaces beside their own",
            "WS-LIST-HIDES-OTHER-ORGANIZATIONS",
            "its own",
            leaking(LIST_WORKSPACES, SERVICE, STRANGER)),
        mutant(
            "workspaces of all organizations are listed",
            "WS-LIST-HIDES-OTHER-ORGANIZATIONS",
            "its own",
            mine(LIST_WORKSPACES)),
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
            "a second key sees nothing",
            "AT-CREATE-GIVES-A-WORKING-KEY",
            "lists embed",
            secondKeyIsBlind()),
        mutant(
            "a new key is made up",
            "AT-CREATE-GIVES-ANOTHER-KEY",
            "200",
            Faults.edits(CREATE_API_TOKEN, body -> body.put("key", UUID.randomUUID().toString()))),
        mutant(
            "all keys are the same",
            "AT-CREATE-GIVES-ANOTHER-KEY",
            "two different keys",
            sameKey()),
        mutant(
            "keys are described otherwise",
            "AT-LIST-SHOWS-THE-KEYS",
            "description",
            Faults.editsItems(LIST_API_TOKENS, key -> key.put("description", "A key"))),
        mutant(
            "rotation makes a key of nothing",
            "AT-ROTATE-GIVES-A-WORKING-KEY",
            "",
            Faults.edits(ROTATE_API_TOKEN, body -> body.put("key", UUID.randomUUID().toString()))),
        mutant(
            "rotation gives the old key back",
            "AT-ROTATE-GIVES-A-WORKING-KEY",
            "new key",
            (ask, up) ->
                ask.is(ROTATE_API_TOKEN)
                    ? Reply.json(200, "key", ask.authorization().replace("Bearer ", ""))
                    : up.send(ask)),
        mutant(
            "rotation leaves the old key alive",
            "AT-ROTATE-ENDS-THE-OLD-KEY",
            "401",
            Faults.requests(
                ask -> ask.is(ROTATE_API_TOKEN), ask -> ask.argument("expireAt", 86400))),
        mutant(
            "rotation ends the old key at once",
            "AT-ROTATE-KEEPS-THE-OLD-KEY-A-WHILE",
            "200",
            Faults.requests(ask -> ask.is(ROTATE_API_TOKEN), ask -> ask.argument("expireAt", 0))),
        mutant(
            "expireAt must be a number",
            "AT-ROTATE-TAKES-A-NUMERIC-TEXT",
            "200",
            (ask, up) ->
                ask.is(ROTATE_API_TOKEN) && ask.arguments().path("expireAt").isTextual()
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "no")
                    : up.send(ask)),
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

  private static Fault mine(Operation list) {
    return Faults.requests(ask -> ask.is(list), ask -> ask.as(SERVICE));
  }

  /** Adds what one organization has to the list of another. */
  private static Fault leaking(Operation list, String from, String to) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      return ask.is(list) && ask.authorization().equals(to) && reply.ok()
          ? reply.edited(
              body ->
                  up.send(ask.as(from))
                      .json()
                      .path("data")
                      .forEach(((ArrayNode) body.get("data"))::add))
          : reply;
    };
  }

  private static Fault fine(Operation operation, String code) {
    return Faults.answers(
        (ask, reply) -> ask.is(operation) && reply.code().equals(code),
        reply -> Reply.json(200, "name", "x", "key", "x"));
  }

  private static Fault sameKey() {
    Map<String, String> keys = new ConcurrentHashMap<>();
    return (ask, up) -> {
      String app = ask.argument("dataAppName");
      if (ask.is(CREATE_API_TOKEN) && keys.containsKey(app)) {
        return Reply.json(200, "key", keys.get(app));
      }
      Reply reply = up.send(ask);
      if (ask.is(CREATE_API_TOKEN) && reply.ok()) {
        keys.put(app, reply.json().path("key").asText());
      }
      return reply;
    };
  }

  private static Fault secondKeyIsBlind() {
    Set<String> apps = ConcurrentHashMap.newKeySet();
    Set<String> blind = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(CREATE_API_TOKEN) && reply.ok() && !apps.add(ask.argument("dataAppName"))) {
        blind.add("Bearer " + reply.json().path("key").asText());
      }
      return ask.is(LIST_EMBEDS) && blind.contains(ask.authorization())
          ? Reply.json(200, "data", List.of(), "error", null)
          : reply;
    };
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
