package dev.datamart.conformance.checks.dataapps;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.echoes;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.checks.shared.Strangers.hidden;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.Effect;
import dev.datamart.conformance.checks.shared.RefusalTemplates;
import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Data apps: made, listed with their embeds, and deleted with all that is theirs. */
public final class DataAppChecks {
  private DataAppChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("DA-LIST-ANSWERS", "Listing data apps answers 200 with a list.").as(lists()),
        docs("DA-CREATE-ANSWERS", "Creating a data app answers 200 and its name.")
            .as(echoes(Map.of("/name", "name"))),
        docs("DA-DELETE-ANSWERS", "Deleting a data app answers 200 and its name.")
            .as(echoes(Map.of("/name", "name"))),
        docs("DA-CREATE-ADDS-IT", "A created data app is listed, and nothing else changes.")
            .covers(Operation.LIST_DATA_APPS)
            .hint(CommonHint.ADDS_IT.sentence())
            .check(DataAppChecks::addsIt),
        docs("DA-LIST-SHOWS-ITS-EMBEDS", "A data app is listed with its embeds, counted.")
            .hint("embedCount is the length of embeds; both follow every embed made or deleted.")
            .check(DataAppChecks::showsEmbeds),
        docs("DA-DELETE-REMOVES-IT-ALONE", "A deleted data app is gone, and no datamart is.")
            .hint("Datamarts belong to the organization; only embeds and keys go with the app.")
            .check(DataAppChecks::removesIt),
        docs("DA-DELETE-REVOKES-ITS-KEYS", "The keys of a deleted data app are refused.")
            .problems(Problem.UNAUTHENTICATED)
            .hint("All keys of the data app die with it, not only the first or the last.")
            .check(DataAppChecks::revokesKeys),
        docs("DA-DELETE-REMOVES-ITS-EMBEDS", "A new data app of the name has no embeds.")
            .hint("Delete the embeds with the app, or tie them to an id and not to its name.")
            .check(DataAppChecks::removesEmbeds),
        RefusalTemplates.needs("DA-CREATE-NAME-IS-REQUIRED", "name"),
        docs("DA-CREATE-NAME-MUST-BE-FREE", "A data app name that is taken is refused.")
            .as(RefusalTemplates.taken("name", Problem.DATA_APP_EXISTS, s -> s.app().name())),
        docs("DA-CREATE-AT-ONCE-SUCCEEDS-ONCE", "Of many data apps of a name exactly one is made.")
            .as(RefusalTemplates.once(Problem.DATA_APP_EXISTS)),
        RefusalTemplates.needs("DA-DELETE-NAME-IS-REQUIRED", "name"),
        RefusalTemplates.unknown(
            "DA-DELETE-UNKNOWN-IS-REFUSED", "name", Problem.DATA_APP_NOT_FOUND),
        docs("DA-DELETE-OTHER-ORGANIZATION-IS-REFUSED", "A stranger cannot delete a data app.")
            .as(RefusalTemplates.stranger(Problem.DATA_APP_NOT_FOUND)),
        docs("DA-LIST-HIDES-OTHER-ORGANIZATIONS", "A stranger's data apps are not listed.")
            .as(hidden(s -> s.app().name(), s -> s.given().otherApp().name())),
        docs(
                "DA-CREATE-NAME-OF-OTHERS-IS-FREE",
                "A data app name that another organization has is free.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .hint("Names of data apps are unique in an organization, not among all of them.")
            .check(DataAppChecks::nameOfOthers));
  }

  private static void addsIt(CheckContext s) {
    String name = Effect.APPEARS.alone(s, s.accepted());

    JsonNode item = listed(s, name);
    s.demand(
        item.path("type").asText().equals("embedded")
            && item.path("embedCount").asInt(-1) == 0
            && item.path("embeds").isArray()
            && item.path("embeds").isEmpty(),
        "type embedded, embedCount 0, no embeds",
        item.toString());
  }

  /** The data app of that name as listed; null when it is not. */
  private static JsonNode listed(CheckContext s, String name) {
    return Json.node(s.listed().items(s.call(Operation.LIST_DATA_APPS), "name").get(name));
  }

  private static void showsEmbeds(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String datamart = s.given().datamart();
    Set<String> made =
        new TreeSet<>(List.of(s.given().embed(datamart, app), s.given().embed(datamart, app)));

    JsonNode item = listed(s, app.name());

    Set<String> shown = new TreeSet<>(Shown.texts(item.path("embeds"), "embedId"));
    s.demand(
        item.path("embedCount").asInt() == 2 && shown.equals(made),
        "embedCount 2 and the embeds " + made,
        item.toString());
  }

  private static void removesIt(CheckContext s) {
    App app = s.given().dataAppWithKey();
    s.given().embed(s.given().datamart(), app);

    Effect.IS_GONE.alone(s, s.call(Operation.DELETE_DATA_APP, "name", app.name()));
  }

  private static void revokesKeys(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String second = s.given().key(app.name());
    s.require(s.send(Operation.DELETE_DATA_APP, "name", app.name()));
    for (String key : List.of(app.key(), second)) {
      s.expect(s.send(s.call(Operation.LIST_EMBEDS).as(key))).refuses(Problem.UNAUTHENTICATED);
    }
  }

  private static void removesEmbeds(CheckContext s) {
    App app = s.given().dataAppWithKey();
    s.given().embed(s.given().datamart(), app);
    s.require(s.send(Operation.DELETE_DATA_APP, "name", app.name()));
    if (!s.send(Operation.CREATE_DATA_APP, "name", app.name()).isDone()) {
      throw new NotApplicable("the name of a deleted data app stays taken");
    }

    App again = new App(app.name(), s.given().key(app.name()));

    s.demand(
        s.listed().embeds(again).isEmpty(),
        "no embeds",
        s.listed().embeds(again).keySet().toString());
  }

  private static void nameOfOthers(CheckContext s) {
    String name = s.unused();
    s.require(s.send(s.call(Operation.CREATE_DATA_APP, "name", name).as(Strangers.token(s))));

    s.expect(s.send(Operation.CREATE_DATA_APP, "name", name)).succeeds();
  }
}
