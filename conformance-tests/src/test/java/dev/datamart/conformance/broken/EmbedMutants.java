package dev.datamart.conformance.broken;

import static dev.datamart.conformance.contract.Operation.CREATE_DATAMART;
import static dev.datamart.conformance.contract.Operation.CREATE_EMBED;
import static dev.datamart.conformance.contract.Operation.DELETE_DATAMART;
import static dev.datamart.conformance.contract.Operation.DELETE_EMBED;
import static dev.datamart.conformance.contract.Operation.LIST_EMBEDS;
import static dev.datamart.conformance.contract.Operation.RENAME_EMBED;
import static dev.datamart.conformance.contract.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Servers that get embeds wrong. */
final class EmbedMutants {
  private EmbedMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "creating an embed renames the others",
            "CREATE-ADDS-IT",
            "nothing else",
            new Renaming()),
        item(
            "the dashboard is not shown",
            "CREATE-SHOWS-ITS-DASHBOARD",
            "externalDashboardId",
            embed -> embed.putNull("externalDashboard")),
        item(
            "a dashboard embed shows a metric",
            "CREATE-SHOWS-ITS-DASHBOARD",
            "externalMetric",
            embed -> embed.set("externalMetric", Json.object("metricId", "m", "name", "m"))),
        item(
            "metadata name another data app",
            "CREATE-SHOWS-ITS-DASHBOARD",
            "dataAppName",
            embed -> ((ObjectNode) embed.path("embedMetadata")).put("dataAppName", "x")),
        item(
            "the metric is not shown",
            "CREATE-SHOWS-ITS-METRIC",
            "metricId",
            embed -> embed.putNull("externalMetric")),
        item(
            "names are lost",
            "CREATE-NAMES-IT",
            "name",
            embed -> embed.set("name", embed.get("embedId"))),
        item(
            "nameless embeds are called Untitled",
            "CREATE-NAMES-IT-BY-ID",
            "name",
            embed -> {
              if (embed.path("name").equals(embed.path("embedId"))) {
                embed.put("name", "Untitled");
              }
            }),
        settings(
            "one flag is not kept",
            "CREATE-KEEPS-SETTINGS",
            "isAllowUnderlyingData",
            settings -> settings.put("isAllowUnderlyingData", false)),
        settings(
            "the creation mode is not kept",
            "CREATE-KEEPS-SETTINGS",
            "metricCreationMode",
            settings -> settings.put("metricCreationMode", "DRAG_DROP")),
        settings(
            "flags default to true",
            "CREATE-DEFAULTS-TO-FALSE",
            "false",
            settings -> settings.put("isAllowMetricDeletion", true)),
        settings(
            "flags not given are left out",
            "CREATE-DEFAULTS-TO-FALSE",
            "false",
            settings -> settings.remove("isAllowManageMetrics")),
        mutant(
            "embeds made alike are one",
            "CREATE-IDS-ARE-UNIQUE",
            "two ids",
            Faults.edits(CREATE_EMBED, body -> body.put("id", "the-one"))),
        mutant(
            "tableList is not known",
            "CREATE-TAKES-TABLE-LIST",
            "DATAMART_TABLE_NOT_FOUND",
            (ask, up) ->
                ask.is(CREATE_EMBED) && ask.arguments().at("/accessSettings/tableList").isArray()
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "no")
                    : up.send(ask)),
        mutant(
            "tableList is ignored",
            "CREATE-TAKES-TABLE-LIST",
            "DATAMART_TABLE_NOT_FOUND",
            Faults.requests(
                ask -> ask.is(CREATE_EMBED),
                ask -> {
                  ObjectNode arguments = ask.arguments();
                  ((ObjectNode) arguments.path("accessSettings")).remove("tableList");
                  return ask.arguments(arguments);
                })),
        mutant(
            "tenancy TABLE needs table tenancy",
            "CREATE-NEEDS-NO-TABLE-TENANCY",
            "200",
            tenancyNeeded()),
        refusing(
            "dashboardConfig is refused",
            "CREATE-IGNORES-DASHBOARD-CONFIG",
            ask -> ask.arguments().has("dashboardConfig")),
        mutant("the filter by id is ignored", "LIST-FILTERS-BY-ID", "alone", unfiltered("embedId")),
        mutant(
            "an unknown id lists all", "LIST-FILTERS-UNKNOWN-ID", "empty", unfiltered("embedId")),
        mutant(
            "the filter by client is ignored",
            "LIST-FILTERS-BY-CLIENT",
            "empty",
            unfiltered("clientId")),
        mutant(
            "an API key lists embeds of all data apps",
            "LIST-SHOWS-OWN-DATA-APP",
            "of another",
            everyones()),
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
            }),
        mutant(
            "deleting an unknown embed succeeds",
            "DELETE-UNKNOWN-IS-REFUSED",
            "400",
            notFoundIsFine(DELETE_EMBED)),
        mutant(
            "deleting an embed twice succeeds",
            "DELETE-TWICE-IS-REFUSED",
            "400",
            notFoundIsFine(DELETE_EMBED)),
        mutant(
            "an unknown embed has the other code",
            "DELETE-UNKNOWN-IS-REFUSED",
            "INVALID_REQUEST_BODY",
            Faults.refusals(
                DELETE_EMBED,
                r -> r.edited(b -> ((ObjectNode) b.get("error")).put("code", "INVALID_EMBED_ID")))),
        mutant(
            "renaming an unknown embed has the other code",
            "RENAME-UNKNOWN-IS-REFUSED",
            "INVALID_EMBED_ID",
            Faults.refusals(
                RENAME_EMBED,
                r ->
                    r.edited(
                        b -> ((ObjectNode) b.get("error")).put("code", "INVALID_REQUEST_BODY")))),
        accepting(
            "unknown workspaces are accepted",
            "CREATE-WORKSPACE-MUST-EXIST",
            CREATE_EMBED,
            "INVALID_WORKSPACE_NAME"),
        accepting(
            "unknown dashboards are accepted",
            "CREATE-DASHBOARD-MUST-EXIST",
            CREATE_EMBED,
            "INVALID_DASHBOARD_ID"),
        accepting(
            "unknown metrics are accepted",
            "CREATE-METRIC-MUST-EXIST",
            CREATE_EMBED,
            "INVALID_METRIC_ID"),
        accepting(
            "unknown datamarts are accepted",
            "CREATE-DATAMART-MUST-EXIST",
            CREATE_EMBED,
            "INVALID_DATAMART"),
        accepting(
            "datamarts of strangers are accepted",
            "CREATE-DATAMART-OF-OTHERS-IS-UNKNOWN",
            CREATE_EMBED,
            "INVALID_DATAMART"),
        accepting(
            "embeds move to unknown datamarts",
            "UPDATE-DATAMART-MUST-EXIST",
            UPDATE_EMBED,
            "INVALID_DATAMART"),
        accepting(
            "tenancy for any table is accepted",
            "TENANCY-TABLE-MUST-EXIST",
            UPDATE_EMBED,
            "DATAMART_TABLE_NOT_FOUND"),
        accepting(
            "other data apps may update",
            "UPDATE-OTHER-DATA-APP-IS-REFUSED",
            UPDATE_EMBED,
            "INVALID_EMBED_ID"),
        accepting(
            "a dashboard embed needs no dashboard",
            "CREATE-DASHBOARD-IS-REQUIRED",
            CREATE_EMBED,
            "INVALID_REQUEST_BODY"),
        accepting(
            "a metric embed needs no metric",
            "CREATE-METRIC-IS-REQUIRED",
            CREATE_EMBED,
            "INVALID_REQUEST_BODY"),
        accepting(
            "a dashboard embed needs no settings",
            "CREATE-SETTINGS-ARE-REQUIRED",
            CREATE_EMBED,
            "INVALID_REQUEST_BODY"),
        accepting(
            "any embed type will do",
            "CREATE-TYPE-IS-CHECKED",
            CREATE_EMBED,
            "INVALID_REQUEST_BODY"),
        accepting(
            "a name may be empty",
            "RENAME-MEMBERS-ARE-REQUIRED",
            RENAME_EMBED,
            "INVALID_REQUEST_BODY"));
  }

  private static Mutant item(String name, String id, String sentence, Consumer<ObjectNode> edit) {
    return mutant(name, id, sentence, Faults.editsItems(LIST_EMBEDS, edit));
  }

  private static Mutant settings(
      String name, String id, String sentence, Consumer<ObjectNode> edit) {
    return item(
        name, id, sentence, embed -> edit.accept((ObjectNode) embed.path("accessSettings")));
  }

  private static Mutant refusing(String name, String id, Predicate<Ask> when) {
    return mutant(
        name,
        id,
        "200",
        (ask, up) ->
            when.test(ask) ? Reply.refusal(400, "INVALID_REQUEST_BODY", "no") : up.send(ask));
  }

  private static Mutant accepting(String name, String id, Operation operation, String code) {
    return mutant(
        name,
        id,
        "",
        Faults.answers(
            (ask, reply) -> ask.is(operation) && reply.code().equals(code),
            reply -> Reply.json(200, "id", "x", "error", null)));
  }

  private static Fault notFoundIsFine(Operation operation) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      return ask.is(operation) && reply.status() == 400
          ? Reply.json(200, "id", ask.argument("embedId"), "error", null)
          : reply;
    };
  }

  private static Fault unfiltered(String filter) {
    return Faults.requests(
        ask -> ask.is(LIST_EMBEDS),
        ask -> {
          ObjectNode arguments = ask.arguments();
          arguments.remove(filter);
          return ask.arguments(arguments);
        });
  }

  private static Fault everyones() {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(CREATE_EMBED) && reply.ok()) {
        keys.add(ask.authorization());
      }
      if (!ask.is(LIST_EMBEDS) || !reply.ok()) {
        return reply;
      }
      return reply.edited(
          body ->
              keys.stream()
                  .filter(key -> !key.equals(ask.authorization()))
                  .forEach(
                      key ->
                          up.send(ask.as(key).other(LIST_EMBEDS))
                              .json()
                              .path("data")
                              .forEach(((ArrayNode) body.get("data"))::add)));
    };
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

  private static Fault tenancyNeeded() {
    Set<String> tenants = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      if (ask.is(CREATE_DATAMART) && ask.body().contains("\"TABLE\"")) {
        tenants.add(ask.argument("name"));
      }
      boolean bare =
          ask.is(CREATE_EMBED)
              && tenants.contains(ask.arguments().at("/accessSettings/datamartName").asText())
              && !ask.body().contains("tableTenancySettings");
      return bare ? Reply.refusal(400, "INVALID_REQUEST_BODY", "needed") : up.send(ask);
    };
  }

  /** Renames an embed that is there whenever another is made. */
  private static final class Renaming implements Fault {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Reply answer(Ask ask, Upstream up) {
      if (ask.is(CREATE_EMBED)) {
        JsonNode first = up.send(ask.other(LIST_EMBEDS)).json().at("/data/0");
        if (first.isObject()) {
          up.send(
              ask.other(
                  RENAME_EMBED,
                  "embedId",
                  first.path("embedId").asText(),
                  "name",
                  "renamed " + count.incrementAndGet()));
        }
      }
      return up.send(ask);
    }
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "EM-" + id, sentence, () -> fault);
  }
}
