package dev.datamart.conformance.checks.dashboards;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.AnswerTemplates;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dashboards of a data app: one for each of its dashboard embeds. */
public final class DashboardChecks {
  private DashboardChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("DB-LIST-ANSWERS", "Listing the dashboards of a data app answers 200 with a list.")
            .as(AnswerTemplates.lists()),
        docs("DB-LIST-SHOWS-EMBEDS", "Each dashboard embed is listed with the dashboard it shows.")
            .covers(Operation.CREATE_EMBED)
            .hint("Two embeds of one dashboard are two items, each with its own embedId.")
            .check(DashboardChecks::shows),
        docs("DB-LIST-LEAVES-METRICS-OUT", "A metric embed is not listed.")
            .covers(Operation.CREATE_EMBED)
            .hint("The type of the embed decides, not whether it names a dashboard.")
            .check(DashboardChecks::leavesMetricsOut),
        docs("DB-LIST-SHOWS-OWN-DATA-APP", "An API key lists the dashboards of its data app alone.")
            .trait(Trait.SERVICE_TOKEN)
            .hint("Two data apps that show one dashboard each list their own embed of it.")
            .check(DashboardChecks::ownDataApp),
        docs("DB-LIST-FORGETS-DELETED", "A deleted embed is not listed any more.")
            .covers(Operation.DELETE_EMBED)
            .hint("The list is read from the embeds; nothing of them is kept beside.")
            .check(DashboardChecks::forgetsDeleted),
        decided("DB-LIST-KEEPS-ORDER", "The dashboards come in the order of the embeds.")
            .covers(Operation.LIST_EMBEDS)
            .check(DashboardChecks::keepsOrder),
        decided(
                "DB-LIST-FILTERS-BY-NAME",
                "dashboardNames lists dashboards of exactly these names.")
            .check(DashboardChecks::byName),
        decided("DB-LIST-FILTERS-UNKNOWN-NAME", "An unknown name among dashboardNames is no error.")
            .check(DashboardChecks::unknownName));
  }

  private static Map<String, JsonNode> listed(CheckContext s) {
    return s.listed().items(s.call(Operation.LIST_DASHBOARDS), "embedId");
  }

  private static void shows(CheckContext s) {
    String datamart = s.given().datamart();
    List<String> made = List.of(s.given().embed(datamart), s.given().embed(datamart));
    Map<String, JsonNode> items = listed(s);
    for (String embed : made) {
      s.demand(
          items.containsKey(embed), "embed " + embed + " is listed", items.keySet().toString());
      String shown = items.getOrDefault(embed, Json.object()).path("externalDashboardId").asText();
      String expected = s.target().dashboard();
      s.demand(shown.equals(expected), "it shows the dashboard " + expected, shown);
    }
  }

  private static void leavesMetricsOut(CheckContext s) {
    String datamart = s.given().datamart();
    String metric = s.given().metricEmbed(datamart, s.app());
    Set<String> listed = listed(s).keySet();
    s.demand(!listed.contains(metric), "no metric embed is listed", listed.toString());
  }

  private static void ownDataApp(CheckContext s) {
    String datamart = s.given().datamart();
    String mine = s.given().embed(datamart);
    String theirs = s.given().embed(datamart, s.secondApp());
    Set<String> listed = listed(s).keySet();
    s.demand(listed.contains(mine), "embed " + mine + " of the data app", listed.toString());
    s.demand(!listed.contains(theirs), "no embed of another", listed.toString());
  }

  private static void forgetsDeleted(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    s.require(s.sendAnyhow(s.call(Operation.DELETE_EMBED, "embedId", embed)));
    Set<String> listed = listed(s).keySet();
    s.demand(!listed.contains(embed), "the deleted embed is gone", listed.toString());
  }

  private static void keepsOrder(CheckContext s) {
    String datamart = s.given().datamart();
    for (int i = 0; i < 3; i++) {
      s.given().embed(datamart);
    }
    List<String> order = new ArrayList<>(listed(s).keySet());
    List<String> embeds = new ArrayList<>(s.listed().embeds(s.app()).keySet());
    embeds.retainAll(order);
    s.demand(order.equals(embeds), "the order of the embeds, " + embeds, order.toString());
  }

  private static void byName(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    String name = listed(s).getOrDefault(embed, Json.object()).path("name").asText();
    for (String other : List.of(name + "x", "x" + name, s.unused())) {
      Set<String> found = s.listed().items(named(s, other), "embedId").keySet();
      s.demand(
          !found.contains(embed), "nothing called " + name + " for " + other, found.toString());
    }
    Map<String, JsonNode> found = s.listed().items(named(s, name), "embedId");
    s.demand(found.containsKey(embed), "what is called " + name, found.keySet().toString());
    found
        .values()
        .forEach(
            item ->
                s.demand(
                    item.path("name").asText().equals(name),
                    "only what is called " + name,
                    item.toString()));
  }

  private static void unknownName(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    String name = listed(s).getOrDefault(embed, Json.object()).path("name").asText();
    JsonNode none = s.expect(s.send(named(s, s.unused()))).list();
    s.demand(none.isEmpty(), "an empty list", none.toString());
    Set<String> both = s.listed().items(named(s, s.unused(), name), "embedId").keySet();
    s.demand(both.contains(embed), "what has the other name", both.toString());
  }

  /** Names with a comma in them can only stand in a body. */
  private static Call named(CheckContext s, String... names) {
    Call list = s.call(Operation.LIST_DASHBOARDS);
    return s.family() == Family.VERB
        ? list.with("filters", Json.object("dashboardNames", Json.array((Object[]) names)))
        : list.with("dashboardNames", String.join(",", names));
  }
}
