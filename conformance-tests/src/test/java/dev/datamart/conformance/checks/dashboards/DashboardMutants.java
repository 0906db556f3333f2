package dev.datamart.conformance.checks.dashboards;

import static dev.datamart.spec.Operation.LIST_DASHBOARDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Servers that list the wrong dashboards of a data app. */
public final class DashboardMutants {
  private DashboardMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "a dashboard is listed once, however many embeds show it",
            "SHOWS-EMBEDS",
            "is listed",
            items(DashboardMutants::oneOfEach)),
        mutant(
            "dashboards are listed by the ID of their embed",
            "SHOWS-EMBEDS",
            "shows the dashboard",
            Faults.editsItems(
                LIST_DASHBOARDS,
                item -> item.put("externalDashboardId", item.path("embedId").asText()))),
        mutant(
            "metric embeds are listed among dashboards",
            "LEAVES-METRICS-OUT",
            "no metric embed",
            withMetrics()),
        mutant(
            "dashboards of deleted embeds stay listed",
            "FORGETS-DELETED",
            "is gone",
            remembering()),
        mutant(
            "an API key lists the dashboards of all data apps",
            "SHOWS-OWN-DATA-APP",
            "no embed of another",
            allDataApps()),
        mutant(
            "a name of no dashboard is refused",
            "FILTERS-UNKNOWN-NAME",
            "200",
            refusesUnknownNames()),
        mutant(
            "dashboards come newest first",
            "KEEPS-ORDER",
            "the order of the embeds",
            items(DashboardMutants::reversed)),
        mutant(
            "dashboardNames is not looked at",
            "FILTERS-BY-NAME",
            "nothing called",
            Faults.requests(ask -> ask.is(LIST_DASHBOARDS), DashboardMutants::unfiltered)));
  }

  private static Mutant mutant(String name, String requirement, String words, Fault fault) {
    return new Mutant(name, "DB-LIST-" + requirement, words, () -> fault);
  }

  private static Fault items(UnaryOperator<List<JsonNode>> change) {
    return Faults.edits(
        LIST_DASHBOARDS,
        body -> {
          List<JsonNode> items = new ArrayList<>();
          body.path("data").forEach(items::add);
          body.putArray("data").addAll(change.apply(items));
        });
  }

  private static List<JsonNode> oneOfEach(List<JsonNode> items) {
    Set<String> shown = new HashSet<>();
    return items.stream()
        .filter(item -> shown.add(item.path("externalDashboardId").asText()))
        .toList();
  }

  private static List<JsonNode> reversed(List<JsonNode> items) {
    List<JsonNode> reversed = new ArrayList<>(items);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Fault withMetrics() {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      return !ask.is(LIST_DASHBOARDS) || !reply.ok()
          ? reply
          : reply.edited(
              body ->
                  up.send(ask.other(Operation.LIST_EMBEDS))
                      .json()
                      .path("data")
                      .forEach(
                          embed -> {
                            if (embed.path("embedType").asText().equals("metric")) {
                              body.withArray("data").add(item(embed));
                            }
                          }));
    };
  }

  private static ObjectNode item(JsonNode embed) {
    return Json.object(
        "name", embed.path("name").asText(),
        "externalDashboardId", embed.at("/embedMetadata/metricId").asText(),
        "embedId", embed.path("embedId").asText());
  }

  /** Remembers what any key made. */
  private static Fault allDataApps() {
    Map<String, JsonNode> all = new ConcurrentHashMap<>();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(Operation.CREATE_EMBED) && reply.ok()) {
        all.put(reply.json().path("id").asText(), made(ask, reply));
      }
      return ask.is(LIST_DASHBOARDS) && reply.ok()
          ? reply.edited(body -> addMissing(body, all))
          : reply;
    };
  }

  /** Shows for ever what was shown once. */
  private static Fault remembering() {
    Map<String, Map<String, JsonNode>> shown = new ConcurrentHashMap<>();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      Map<String, JsonNode> mine =
          shown.computeIfAbsent(ask.authorization(), first -> new ConcurrentHashMap<>());
      boolean isDashboard = ask.argument("embedType").equals("dashboard");
      if (ask.is(Operation.CREATE_EMBED) && reply.ok() && isDashboard) {
        mine.put(reply.json().path("id").asText(), made(ask, reply));
      }
      return ask.is(LIST_DASHBOARDS) && reply.ok()
          ? reply.edited(body -> addMissing(body, mine))
          : reply;
    };
  }

  private static ObjectNode made(Ask create, Reply reply) {
    String dashboard = create.argument("dashboardId");
    return Json.object(
        "name", dashboard,
        "externalDashboardId", dashboard,
        "embedId", reply.json().path("id").asText());
  }

  private static void addMissing(ObjectNode list, Map<String, JsonNode> items) {
    Set<String> there = new HashSet<>();
    list.path("data").forEach(item -> there.add(item.path("embedId").asText()));
    items.forEach(
        (id, item) -> {
          if (!there.contains(id)) {
            list.withArray("data").add(item);
          }
        });
  }

  private static Ask unfiltered(Ask ask) {
    return ask.arguments(ask.arguments().without(List.of("dashboardNames", "filters")));
  }

  /** As if the list had to have all of them. */
  private static Fault refusesUnknownNames() {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      boolean isFiltered = ask.arguments().has("dashboardNames") || ask.arguments().has("filters");
      return ask.is(LIST_DASHBOARDS) && isFiltered && reply.json().path("data").isEmpty()
          ? Reply.refusal(400, "INVALID_REQUEST_BODY", "Dashboard not found")
          : reply;
    };
  }
}
