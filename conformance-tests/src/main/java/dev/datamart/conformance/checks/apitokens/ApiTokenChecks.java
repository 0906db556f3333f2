package dev.datamart.conformance.checks.apitokens;

import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.LIST_API_TOKENS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.ROTATE_API_TOKEN;
import static dev.datamart.spec.Problem.UNAUTHENTICATED;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** What API keys open, how they are listed, and when they die. */
public final class ApiTokenChecks {
  /** How much later than it should a key may die, since clocks may be coarse. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private ApiTokenChecks() {}

  public static List<Requirement> all() {
    return List.of(
        rule(CREATE_API_TOKEN, "GIVES-A-WORKING-KEY", "A new key works and is for its data app.")
            .check(ApiTokenChecks::workingKey),
        rule(
                CREATE_API_TOKEN,
                "GIVES-ANOTHER-KEY",
                "A data app has several keys, all of them work.")
            .check(ApiTokenChecks::severalKeys),
        rule(LIST_API_TOKENS, "SHOWS-THE-KEYS", "Keys are listed with name, text and date.")
            .check(ApiTokenChecks::showsKeys),
        rule(ROTATE_API_TOKEN, "GIVES-A-WORKING-KEY", "The new key works and sees the same embeds.")
            .check(ApiTokenChecks::rotates),
        rule(ROTATE_API_TOKEN, "ENDS-THE-OLD-KEY", "With expireAt 0 the old key dies at once.")
            .problems(UNAUTHENTICATED)
            .check(s -> endsOldKey(s, 0)),
        rule(
                ROTATE_API_TOKEN,
                "ENDS-THE-OLD-KEY-IN-TIME",
                "After expireAt seconds the old key is refused.")
            .problems(UNAUTHENTICATED)
            .trait(Trait.LONG)
            .hint("expireAt counts seconds: with 1, the key is dead a few seconds later.")
            .check(ApiTokenChecks::endsInTime),
        rule(ROTATE_API_TOKEN, "KEEPS-THE-OLD-KEY-A-WHILE", "Until expireAt the old key works.")
            .check(s -> keepsOldKey(s, 3600)),
        rule(ROTATE_API_TOKEN, "TAKES-A-NUMERIC-TEXT", "expireAt may be a number in a text.")
            .problems(UNAUTHENTICATED)
            .check(ApiTokenChecks::numericText));
  }

  private static RequirementBuilder rule(Operation operation, String id, String sentence) {
    return docs(operation.requirement() + "-" + id, sentence).on(operation);
  }

  private static String newKey(CheckContext s, String app) {
    Exchange made = s.send(CREATE_API_TOKEN, "dataAppName", app, "name", s.unused());
    s.expect(made).succeeds().hasText("/key");
    return made.json().path("key").asText();
  }

  private static void workingKey(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String embed = s.given().embed(s.given().datamart(), app);
    App other = new App(app.name(), newKey(s, app.name()));
    Set<String> seen = seenBy(s, other);
    s.demand(seen.equals(Set.of(embed)), "the new key lists embed " + embed, seen.toString());
  }

  private static Set<String> seenBy(CheckContext s, App app) {
    Set<String> ids = new TreeSet<>();
    s.expect(s.send(s.call(LIST_EMBEDS).as(app.key())))
        .list()
        .forEach(item -> ids.add(item.path("embedId").asText()));
    return ids;
  }

  private static void severalKeys(CheckContext s) {
    String app = s.given().dataApp();
    String one = newKey(s, app);
    String two = newKey(s, app);
    s.demand(!one.equals(two), "two different keys", "the same key twice");
    for (String key : List.of(one, two)) {
      s.expect(s.send(s.call(LIST_EMBEDS).as(key))).succeeds();
    }
  }

  private static void showsKeys(CheckContext s) {
    String app = s.given().dataApp();
    String name = s.unused();
    Exchange made = s.require(s.send(CREATE_API_TOKEN, "dataAppName", app, "name", name));
    JsonNode data = s.expect(s.send(LIST_API_TOKENS, "dataAppName", app)).list();
    String key = made.json().path("key").asText();
    // Beside it there may be one that came with the data app.
    JsonNode item = Shown.item(data, "key", key);
    s.demand(
        item.path("name").asText().equals(name) && item.path("createdAt").isTextual(),
        "the key that was made, with the name \"" + name + "\" and createdAt",
        data.toString());
    s.demand(
        item.path("description").asText().equals("API key for data app " + app),
        "description \"API key for data app " + app + "\"",
        item.path("description").toString());
  }

  private static String rotated(CheckContext s, String key, Object expireAt) {
    Exchange answer = s.send(s.call(ROTATE_API_TOKEN, "expireAt", expireAt).as(key));
    s.expect(answer).succeeds().hasText("/key");
    return answer.json().path("key").asText();
  }

  private static void rotates(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String embed = s.given().embed(s.given().datamart(), app);
    App renewed = new App(app.name(), rotated(s, app.key(), 60));
    s.demand(!renewed.key().equals(app.key()), "a new key", "the old one");
    Set<String> seen = seenBy(s, renewed);
    s.demand(seen.equals(Set.of(embed)), "the new key lists embed " + embed, seen.toString());
  }

  private static void endsOldKey(CheckContext s, Object now) {
    App app = s.given().dataAppWithKey();
    rotated(s, app.key(), now);
    s.expect(s.send(s.call(LIST_EMBEDS).as(app.key()))).refuses(UNAUTHENTICATED);
  }

  private static void keepsOldKey(CheckContext s, Object expireAt) {
    App app = s.given().dataAppWithKey();
    String renewed = rotated(s, app.key(), expireAt);
    s.expect(s.send(s.call(LIST_EMBEDS).as(app.key()))).succeeds();
    s.expect(s.send(s.call(LIST_EMBEDS).as(renewed))).succeeds();
  }

  private static void numericText(CheckContext s) {
    keepsOldKey(s, "3600");
    endsOldKey(s, "0");
  }

  private static void endsInTime(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String renewed = rotated(s, app.key(), 1);
    Call old = s.call(LIST_EMBEDS).as(app.key());
    long begin = System.nanoTime();
    while (s.send(old).ok() && System.nanoTime() - begin < PATIENCE.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    s.expect(s.send(old)).refuses(UNAUTHENTICATED);
    s.expect(s.send(old.as(renewed))).succeeds();
  }
}
