package dev.datamart.conformance.checks.embeds;

import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.RENAME_EMBED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Servers that create and list embeds wrongly. */
public final class EmbedMutants {
  private EmbedMutants() {}

  public static List<Mutant> all() {
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
            everyones()));
  }

  private static Mutant item(String name, String id, String sentence, Consumer<ObjectNode> edit) {
    return mutant(name, id, sentence, Faults.editsItems(LIST_EMBEDS, edit));
  }

  private static Mutant settings(
      String name, String id, String sentence, Consumer<ObjectNode> edit) {
    return item(
        name, id, sentence, embed -> edit.accept((ObjectNode) embed.path("accessSettings")));
  }

  public static Mutant refusing(String name, String id, Predicate<Ask> when) {
    return mutant(
        name,
        id,
        "200",
        (ask, up) ->
            when.test(ask) ? Reply.refusal(400, "INVALID_REQUEST_BODY", "no") : up.send(ask));
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
