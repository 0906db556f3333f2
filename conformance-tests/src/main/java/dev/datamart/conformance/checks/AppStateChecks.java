package dev.datamart.conformance.checks;

import static dev.datamart.conformance.contract.Operation.CREATE_API_TOKEN;
import static dev.datamart.conformance.contract.Operation.CREATE_DATA_APP;
import static dev.datamart.conformance.contract.Operation.DELETE_DATA_APP;
import static dev.datamart.conformance.contract.Operation.LIST_API_TOKENS;
import static dev.datamart.conformance.contract.Operation.LIST_DATA_APPS;
import static dev.datamart.conformance.contract.Operation.LIST_EMBEDS;
import static dev.datamart.conformance.contract.Operation.LIST_WORKSPACES;
import static dev.datamart.conformance.contract.Operation.ROTATE_API_TOKEN;
import static dev.datamart.conformance.contract.Problem.UNAUTHENTICATED;
import static dev.datamart.conformance.requirement.Rule.client;
import static dev.datamart.conformance.requirement.Rule.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Rule;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.scene.App;
import dev.datamart.conformance.scene.Difference;
import dev.datamart.conformance.scene.Scene;
import dev.datamart.conformance.wire.Exchange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of data apps and their keys, and what discovery shows. */
final class AppStateChecks {
  private AppStateChecks() {}

  static List<Requirement> all() {
    return List.of(
        rule(CREATE_DATA_APP, "ADDS-IT", "A created data app is listed, and nothing else changes.")
            .covers(LIST_DATA_APPS)
            .check(AppStateChecks::addsIt),
        rule(LIST_DATA_APPS, "SHOWS-ITS-EMBEDS", "A data app is listed with its embeds, counted.")
            .check(AppStateChecks::showsEmbeds),
        rule(DELETE_DATA_APP, "REMOVES-IT-ALONE", "A deleted data app is gone, and no datamart is.")
            .check(AppStateChecks::removesIt),
        rule(DELETE_DATA_APP, "REVOKES-ITS-KEYS", "The keys of a deleted data app are refused.")
            .problems(UNAUTHENTICATED)
            .check(AppStateChecks::revokesKeys),
        rule(DELETE_DATA_APP, "REMOVES-ITS-EMBEDS", "A new data app of the name has no embeds.")
            .check(AppStateChecks::removesEmbeds),
        rule(CREATE_API_TOKEN, "GIVES-A-WORKING-KEY", "A new key works and is for its data app.")
            .check(AppStateChecks::workingKey),
        rule(
                CREATE_API_TOKEN,
                "GIVES-ANOTHER-KEY",
                "A data app has several keys, all of them work.")
            .check(AppStateChecks::severalKeys),
        rule(LIST_API_TOKENS, "SHOWS-THE-KEYS", "Keys are listed with name, text and date.")
            .check(AppStateChecks::showsKeys),
        rule(ROTATE_API_TOKEN, "GIVES-A-WORKING-KEY", "The new key works and sees the same embeds.")
            .check(AppStateChecks::rotates),
        rule(ROTATE_API_TOKEN, "ENDS-THE-OLD-KEY", "With expireAt 0 the old key dies at once.")
            .problems(UNAUTHENTICATED)
            .check(AppStateChecks::endsOldKey),
        rule(ROTATE_API_TOKEN, "KEEPS-THE-OLD-KEY-A-WHILE", "Until expireAt the old key works.")
            .check(s -> keepsOldKey(s, 3600)),
        rule(ROTATE_API_TOKEN, "TAKES-A-NUMERIC-TEXT", "expireAt may be a number in a text.")
            .check(s -> keepsOldKey(s, "3600")),
        client("WS-LIST-SHOWS-CONNECTIONS", "A workspace shows its id and what it connects to.")
            .on(LIST_WORKSPACES)
            .trait(Trait.READS_ONLY)
            .check(AppStateChecks::workspaces));
  }

  private static Rule rule(Operation operation, String id, String sentence) {
    return docs(operation.prefix() + "-" + id, sentence).on(operation);
  }

  private static void addsIt(Scene s) {
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

  private static void showsEmbeds(Scene s) {
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

  private static void removesIt(Scene s) {
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

  private static void revokesKeys(Scene s) {
    App app = s.given().dataAppWithKey();
    String second = s.given().key(app.name());
    s.require(s.send(DELETE_DATA_APP, "name", app.name()));
    for (String key : List.of(app.key(), second)) {
      s.expect(s.send(s.call(LIST_EMBEDS).as(key))).refuses(UNAUTHENTICATED);
    }
  }

  private static void removesEmbeds(Scene s) {
    App app = s.given().dataAppWithKey();
    s.given().embed(s.given().datamart(), app);
    s.require(s.send(DELETE_DATA_APP, "name", app.name()));
    s.require(s.send(CREATE_DATA_APP, "name", app.name()));

    App again = new App(app.name(), s.given().key(app.name()));

    s.demand(s.embeds(again).isEmpty(), "no embeds", s.embeds(again).keySet().toString());
  }

  private static String newKey(Scene s, String app) {
    Exchange made = s.send(CREATE_API_TOKEN, "dataAppName", app, "name", s.unused());
    s.expect(made).succeeds().hasText("/key");
    return made.json().path("key").asText();
  }

  private static void workingKey(Scene s) {
    App app = s.given().dataAppWithKey();
    String embed = s.given().embed(s.given().datamart(), app);
    App other = new App(app.name(), newKey(s, app.name()));
    Set<String> seen = seenBy(s, other);
    s.demand(seen.equals(Set.of(embed)), "the new key lists embed " + embed, seen.toString());
  }

  private static Set<String> seenBy(Scene s, App app) {
    Set<String> ids = new TreeSet<>();
    s.expect(s.send(s.call(LIST_EMBEDS).as(app.key())))
        .list()
        .forEach(item -> ids.add(item.path("embedId").asText()));
    return ids;
  }

  private static void severalKeys(Scene s) {
    String app = s.given().dataApp();
    String one = newKey(s, app);
    String two = newKey(s, app);
    s.demand(!one.equals(two), "two different keys", "the same key twice");
    for (String key : List.of(one, two)) {
      s.expect(s.send(s.call(LIST_EMBEDS).as(key))).succeeds();
    }
  }

  private static void showsKeys(Scene s) {
    String app = s.given().dataApp();
    String key = s.given().key(app);
    JsonNode data = s.expect(s.send(LIST_API_TOKENS, "dataAppName", app)).list();
    JsonNode item = data.path(0);
    s.demand(
        data.size() == 1
            && item.path("key").asText().equals(key)
            && item.path("name").isTextual()
            && item.path("createdAt").isTextual(),
        "one key with name and createdAt",
        data.toString());
    s.demand(
        item.path("description").asText().equals("API key for data app " + app),
        "description \"API key for data app " + app + "\"",
        item.path("description").toString());
  }

  private static String rotated(Scene s, String key, Object expireAt) {
    Exchange answer = s.send(s.call(ROTATE_API_TOKEN, "expireAt", expireAt).as(key));
    s.expect(answer).succeeds().hasText("/key");
    return answer.json().path("key").asText();
  }

  private static void rotates(Scene s) {
    App app = s.given().dataAppWithKey();
    String embed = s.given().embed(s.given().datamart(), app);
    App renewed = new App(app.name(), rotated(s, app.key(), 60));
    s.demand(!renewed.key().equals(app.key()), "a new key", "the old one");
    Set<String> seen = seenBy(s, renewed);
    s.demand(seen.equals(Set.of(embed)), "the new key lists embed " + embed, seen.toString());
  }

  private static void endsOldKey(Scene s) {
    App app = s.given().dataAppWithKey();
    rotated(s, app.key(), 0);
    s.expect(s.send(s.call(LIST_EMBEDS).as(app.key()))).refuses(UNAUTHENTICATED);
  }

  private static void keepsOldKey(Scene s, Object expireAt) {
    App app = s.given().dataAppWithKey();
    String renewed = rotated(s, app.key(), expireAt);
    s.expect(s.send(s.call(LIST_EMBEDS).as(app.key()))).succeeds();
    s.expect(s.send(s.call(LIST_EMBEDS).as(renewed))).succeeds();
  }

  private static void workspaces(Scene s) {
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
