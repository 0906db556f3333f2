package dev.datamart.conformance.checks.shared;

import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_DATASOURCES;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that mix organizations up. */
public final class StrangerMutants {
  private static final String SERVICE = "Bearer 11111111-1111-4111-8111-111111111111";
  private static final String STRANGER = "Bearer 33333333-3333-4333-8333-333333333333";

  private StrangerMutants() {}

  public static List<Mutant> all() {
    return List.of(
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
            "the schema of a stranger's datasource is shown",
            "DS-SCHEMA-OTHER-ORGANIZATION-IS-REFUSED",
            "400",
            borrowed(GET_DATASOURCE_SCHEMA)),
        mutant(
            "dashboards of a stranger's workspace are shown",
            "WS-DASHBOARDS-OTHER-ORGANIZATION-IS-REFUSED",
            "400",
            borrowed(LIST_WORKSPACE_DASHBOARDS)),
        mutant(
            "metrics of a stranger's workspace are shown",
            "WS-METRICS-OTHER-ORGANIZATION-IS-REFUSED",
            "400",
            borrowed(LIST_WORKSPACE_METRICS)),
        mutant(
            "datasources of strangers are found",
            "DM-CREATE-DATASOURCE-OF-OTHERS-IS-UNKNOWN",
            "DATASOURCE_NAME_ERROR",
            accepting(CREATE_DATAMART, "DATASOURCE_NAME_ERROR")),
        mutant(
            "workspaces of strangers are found",
            "EM-CREATE-WORKSPACE-OF-OTHERS-IS-UNKNOWN",
            "INVALID_WORKSPACE_NAME",
            accepting(CREATE_EMBED, "INVALID_WORKSPACE_NAME")),
        mutant(
            "embeds move to datamarts of strangers",
            "EM-UPDATE-DATAMART-OF-OTHERS-IS-UNKNOWN",
            "INVALID_DATAMART",
            accepting(UPDATE_EMBED, "INVALID_DATAMART")),
        mutant(
            "strangers change the flags of an embed",
            "AUTH-OTHER-ORGANIZATION-IS-A-STRANGER",
            "400",
            flagsOfAll()),
        mutant(
            "names of datamarts are unique everywhere",
            "DM-CREATE-NAME-OF-OTHERS-IS-FREE",
            "200",
            uniqueEverywhere(CREATE_DATAMART)),
        mutant(
            "names of data apps are unique everywhere",
            "DA-CREATE-NAME-OF-OTHERS-IS-FREE",
            "200",
            uniqueEverywhere(CREATE_DATA_APP)));
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

  /** Looks in the second organization for what the first does not have. */
  private static Fault borrowed(Operation operation) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      return ask.is(operation) && reply.status() == 400 ? up.send(ask.as(STRANGER)) : reply;
    };
  }

  private static Fault accepting(Operation operation, String code) {
    return Faults.answers(
        (ask, reply) -> ask.is(operation) && reply.code().equals(code),
        reply -> Reply.json(200, "id", "x", "error", null));
  }

  /** Whoever names an embed may change it, as long as no datamart is named. */
  private static Fault flagsOfAll() {
    Map<String, String> owners = new ConcurrentHashMap<>();
    return (ask, up) -> {
      String owner = owners.get(ask.argument("embedId"));
      boolean flags = !ask.arguments().path("accessSettings").has("datamartName");
      if (ask.is(UPDATE_EMBED) && flags && owner != null) {
        return up.send(ask.as(owner));
      }
      Reply reply = up.send(ask);
      if (ask.is(CREATE_EMBED) && reply.ok()) {
        owners.put(reply.json().path("id").asText(), ask.authorization());
      }
      return reply;
    };
  }

  private static Fault uniqueEverywhere(Operation create) {
    Set<String> taken = ConcurrentHashMap.newKeySet();
    return (ask, up) ->
        ask.is(create) && !taken.add(ask.argument("name"))
            ? Reply.refusal(400, "INVALID_REQUEST_BODY", "The name is taken")
            : up.send(ask);
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, id, sentence, () -> fault);
  }
}
