package dev.datamart.conformance.checks.dataapps;

import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.DELETE_DATA_APP;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Problem.UNAUTHENTICATED;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of data apps, and what workspaces show. */
public final class DataAppStateChecks {
  private DataAppStateChecks() {}

  public static List<Requirement> all() {
    return List.of(
        rule(CREATE_DATA_APP, "ADDS-IT", "A created data app is listed, and nothing else changes.")
            .covers(LIST_DATA_APPS)
            .check(DataAppStateChecks::addsIt),
        rule(LIST_DATA_APPS, "SHOWS-ITS-EMBEDS", "A data app is listed with its embeds, counted.")
            .check(DataAppStateChecks::showsEmbeds),
        rule(DELETE_DATA_APP, "REMOVES-IT-ALONE", "A deleted data app is gone, and no datamart is.")
            .check(DataAppStateChecks::removesIt),
        rule(DELETE_DATA_APP, "REVOKES-ITS-KEYS", "The keys of a deleted data app are refused.")
            .problems(UNAUTHENTICATED)
            .check(DataAppStateChecks::revokesKeys),
        rule(DELETE_DATA_APP, "REMOVES-ITS-EMBEDS", "A new data app of the name has no embeds.")
            .check(DataAppStateChecks::removesEmbeds),
        client("WS-LIST-SHOWS-CONNECTIONS", "A workspace shows its id and what it connects to.")
            .on(LIST_WORKSPACES)
            .trait(Trait.READS_ONLY)
            .check(DataAppStateChecks::workspaces));
  }

  private static RequirementBuilder rule(Operation operation, String id, String sentence) {
    return docs(operation.requirement() + "-" + id, sentence).on(operation);
  }

  private static void addsIt(CheckContext s) {
    String name = s.unused();

    Difference difference =
        s.difference(() -> s.expect(s.send(CREATE_DATA_APP, "name", name)).succeeds());

    s.demand(
        difference.added().equals(Set.of("data app \"" + name + "\""))
            && difference.gone().isEmpty()
            && difference.changed().isEmpty(),
        "the data app \"" + name + "\" and nothing else appears",
        difference.words());
    JsonNode item = s.items(s.call(LIST_DATA_APPS), "name").get(name);
    s.demand(
        item != null
            && item.path("type").asText().equals("embedded")
            && item.path("embedCount").asInt(-1) == 0
            && item.path("embeds").isArray()
            && item.path("embeds").isEmpty(),
        "type embedded, embedCount 0, no embeds",
        String.valueOf(item));
  }

  private static void showsEmbeds(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String datamart = s.given().datamart();
    Set<String> made = new TreeSet<>();
    made.add(s.given().embed(datamart, app));
    made.add(s.given().embed(datamart, app));

    JsonNode item = s.items(s.call(LIST_DATA_APPS), "name").get(app.name());

    Set<String> shown = new TreeSet<>();
    if (item != null) {
      item.path("embeds").forEach(embed -> shown.add(embed.path("embedId").asText()));
    }
    s.demand(
        item != null && item.path("embedCount").asInt() == 2 && shown.equals(made),
        "embedCount 2 and the embeds " + made,
        String.valueOf(item));
  }

  private static void removesIt(CheckContext s) {
    String app = s.given().dataApp();
    String datamart = s.given().datamart();
    s.given().embed(datamart, new App(app, s.given().key(app)));

    Difference difference =
        s.difference(() -> s.expect(s.send(DELETE_DATA_APP, "name", app)).succeeds());

    s.demand(
        difference.gone().equals(Set.of("data app \"" + app + "\""))
            && difference.added().isEmpty()
            && difference.changed().isEmpty(),
        "the data app \"" + app + "\" and nothing else is gone",
        difference.words());
  }

  private static void revokesKeys(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String second = s.given().key(app.name());
    s.require(s.send(DELETE_DATA_APP, "name", app.name()));
    for (String key : List.of(app.key(), second)) {
      s.expect(s.send(s.call(LIST_EMBEDS).as(key))).refuses(UNAUTHENTICATED);
    }
  }

  private static void removesEmbeds(CheckContext s) {
    App app = s.given().dataAppWithKey();
    s.given().embed(s.given().datamart(), app);
    s.require(s.send(DELETE_DATA_APP, "name", app.name()));
    if (!s.send(CREATE_DATA_APP, "name", app.name()).ok()) {
      throw new NotApplicable("the name of a deleted data app stays taken");
    }

    App again = new App(app.name(), s.given().key(app.name()));

    s.demand(s.embeds(again).isEmpty(), "no embeds", s.embeds(again).keySet().toString());
  }

  private static void workspaces(CheckContext s) {
    for (JsonNode item : s.expect(s.send(LIST_WORKSPACES)).list()) {
      boolean well =
          item.hasNonNull("id")
              && item.has("datamart")
              && item.has("companyIntegration")
              && item.path("isMultiDatasource").isBoolean()
              && item.path("isMultiDatamart").isBoolean();
      s.demand(
          well,
          "id, datamart, companyIntegration, isMultiDatasource, isMultiDatamart",
          item.toString());
    }
  }
}
