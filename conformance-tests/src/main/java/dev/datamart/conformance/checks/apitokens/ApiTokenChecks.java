package dev.datamart.conformance.checks.apitokens;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.works;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.needs;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.refuses;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.required;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.stranger;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.unknown;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.Expiry;
import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What API keys open, how they are listed, and when they die. */
public final class ApiTokenChecks {
  private ApiTokenChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("AT-CREATE-ANSWERS", "Creating an API token answers 200 and the key.")
            .as(works(answer -> answer.hasUuid("/key"))),
        docs("AT-LIST-ANSWERS", "Listing API tokens answers 200 with a list.").as(lists()),
        docs("AT-ROTATE-ANSWERS", "Rotating an API key answers 200 and the new key.")
            .as(works(answer -> answer.hasUuid("/key"))),
        docs("AT-CREATE-GIVES-A-WORKING-KEY", "A new key works and is for its data app.")
            .hint("A new key is valid at once and opens the data app named in dataAppName.")
            .check(ApiTokenChecks::workingKey),
        docs("AT-CREATE-GIVES-ANOTHER-KEY", "A data app has several keys, all of them work.")
            .hint("A new key is added to those of the data app; it replaces none of them.")
            .check(ApiTokenChecks::severalKeys),
        docs("AT-LIST-SHOWS-THE-KEYS", "Keys are listed with name, text and date.")
            .hint("description is \"API key for data app <name>\"; key is shown in full.")
            .check(ApiTokenChecks::showsKeys),
        docs("AT-ROTATE-GIVES-A-WORKING-KEY", "The new key works and sees the same embeds.")
            .hint("The new key belongs to the data app of the key that was rotated.")
            .check(ApiTokenChecks::rotates),
        docs("AT-ROTATE-ENDS-THE-OLD-KEY", "With expireAt 0 the old key dies at once.")
            .problems(Problem.UNAUTHENTICATED)
            .hint("0 is a number of seconds, not the absence of one, and no time to wait.")
            .check(s -> endsOldKey(s, 0)),
        docs("AT-ROTATE-ENDS-THE-OLD-KEY-IN-TIME", "After expireAt seconds the old key is refused.")
            .problems(Problem.UNAUTHENTICATED)
            .trait(Trait.LONG)
            .hint("expireAt counts seconds: with 1, the key is dead a few seconds later.")
            .check(ApiTokenChecks::endsInTime),
        docs("AT-ROTATE-KEEPS-THE-OLD-KEY-A-WHILE", "Until expireAt the old key works.")
            .hint("expireAt is a time to live from now, not a moment since 1970.")
            .check(s -> keepsOldKey(s, 3600)),
        docs("AT-ROTATE-TAKES-A-NUMERIC-TEXT", "expireAt may be a number in a text.")
            .problems(Problem.UNAUTHENTICATED)
            .hint("Read \"3600\" as 3600 and \"0\" as 0; the old key has to live as long.")
            .check(ApiTokenChecks::numericText),
        decided("AT-LIST-LEAVES-DEAD-KEYS-OUT", "Keys that are over are not listed.")
            .covers(Operation.ROTATE_API_TOKEN)
            .hint("Whoever looks up a key in the list must get one that works.")
            .check(ApiTokenChecks::leavesDeadOut),
        decided("AT-ROTATE-EXPIRE-AT-IS-CHECKED", "An expireAt that is no time is refused.")
            .hint(
                "Refuse it before the new key is made: the old one stays the only key, and works.")
            .as(refuses(Problem.MEMBER_INVALID, ApiTokenChecks::noTimes)),
        needs("AT-CREATE-DATA-APP-IS-REQUIRED", "dataAppName"),
        // Nothing says that a key has to be named, nor what a list of keys of no data app would be.
        decided("AT-CREATE-NAME-IS-REQUIRED", "The call needs name, a non-empty text.")
            .as(required("name")),
        decided("AT-LIST-DATA-APP-IS-REQUIRED", "The call needs dataAppName, a non-empty text.")
            .as(required("dataAppName")),
        unknown("AT-CREATE-DATA-APP-MUST-EXIST", "dataAppName", Problem.DATA_APP_NOT_FOUND),
        unknown("AT-LIST-DATA-APP-MUST-EXIST", "dataAppName", Problem.DATA_APP_NOT_FOUND),
        docs("AT-CREATE-OTHER-ORGANIZATION-IS-REFUSED", "A stranger gets no key of a data app.")
            .as(stranger(Problem.DATA_APP_NOT_FOUND)),
        docs("AT-LIST-OTHER-ORGANIZATION-IS-REFUSED", "A stranger does not see a data app's keys.")
            .as(stranger(Problem.DATA_APP_NOT_FOUND)));
  }

  private static String newKey(CheckContext s, String app) {
    return s.expect(s.send(Operation.CREATE_API_TOKEN, "dataAppName", app, "name", s.unused()))
        .succeeds()
        .text("/key");
  }

  private static void workingKey(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String embed = s.given().embed(s.given().datamart(), app);
    sees(s, newKey(s, app.name()), embed);
  }

  private static void sees(CheckContext s, String key, String embed) {
    JsonNode embeds = s.expect(s.send(s.call(Operation.LIST_EMBEDS).as(key))).list();
    Set<String> seen = new TreeSet<>(Shown.texts(embeds, "embedId"));
    s.demand(seen.equals(Set.of(embed)), "the new key lists embed " + embed, seen.toString());
  }

  private static void severalKeys(CheckContext s) {
    String app = s.given().a(DataApps.NOUN);
    String one = newKey(s, app);
    String two = newKey(s, app);
    s.demand(!one.equals(two), "two different keys", "the same key twice");
    for (String key : List.of(one, two)) {
      s.expect(s.send(s.call(Operation.LIST_EMBEDS).as(key))).succeeds();
    }
  }

  private static void showsKeys(CheckContext s) {
    String app = s.given().a(DataApps.NOUN);
    String name = s.unused();
    Exchange made = s.require(s.send(Operation.CREATE_API_TOKEN, "dataAppName", app, "name", name));
    JsonNode data = s.expect(s.send(Operation.LIST_API_TOKENS, "dataAppName", app)).list();
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
    Call rotate = s.call(Operation.ROTATE_API_TOKEN, "expireAt", expireAt).as(key);
    return s.expect(s.send(rotate)).succeeds().text("/key");
  }

  private static void rotates(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String embed = s.given().embed(s.given().datamart(), app);
    String renewed = rotated(s, app.key(), 60);
    s.demand(!renewed.equals(app.key()), "a new key", "the old one");
    sees(s, renewed, embed);
  }

  private static void endsOldKey(CheckContext s, Object now) {
    App app = s.given().dataAppWithKey();
    rotated(s, app.key(), now);
    s.expect(s.send(s.call(Operation.LIST_EMBEDS).as(app.key()))).refuses(Problem.UNAUTHENTICATED);
  }

  private static void keepsOldKey(CheckContext s, Object expireAt) {
    App app = s.given().dataAppWithKey();
    String renewed = rotated(s, app.key(), expireAt);
    s.expect(s.send(s.call(Operation.LIST_EMBEDS).as(app.key()))).succeeds();
    s.expect(s.send(s.call(Operation.LIST_EMBEDS).as(renewed))).succeeds();
  }

  private static void numericText(CheckContext s) {
    keepsOldKey(s, "3600");
    endsOldKey(s, "0");
  }

  private static void leavesDeadOut(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String renewed = rotated(s, app.key(), 0);
    JsonNode data = s.expect(s.send(Operation.LIST_API_TOKENS, "dataAppName", app.name())).list();
    Set<String> keys = Set.copyOf(Shown.texts(data, "key"));
    s.demand(
        keys.contains(renewed) && !keys.contains(app.key()),
        "the new key " + renewed + " and not the old one " + app.key(),
        keys.toString());
  }

  private static Stream<Call> noTimes(CheckContext s) {
    Call rotate = s.call(Operation.ROTATE_API_TOKEN).as(s.given().dataAppWithKey().key());
    return Stream.of("soon", "60 s", "s60", -1, "-1", true, Json.array(60))
        .map(time -> rotate.with("expireAt", time));
  }

  private static void endsInTime(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String renewed = rotated(s, app.key(), 1);
    Expiry.awaits(s, app.key());
    s.expect(s.send(s.call(Operation.LIST_EMBEDS).as(renewed))).succeeds();
  }
}
