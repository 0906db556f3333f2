package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;

/** API tokens of data apps. Nothing deletes one but the end of its data app. */
public final class ApiTokens {
  public static final Noun NOUN =
      Noun.of("API key", "key", "key")
          .withAnswered("key")
          .withOwner(DataApps.NOUN)
          .withOwnerArgument("dataAppName")
          .withMayComeWithOwner(true);

  static final Role LIST =
      Role.read(Verb.LIST, NOUN, stock -> Json.object("dataAppName", stock.ownDataApp()));
  static final Role CREATE =
      Role.create(
          NOUN,
          stock -> Json.object("dataAppName", stock.a(DataApps.NOUN), "name", stock.unused()),
          ApiTokens::created);
  static final Role ROTATE =
      new Role(
          Verb.ROTATE,
          NOUN,
          stock -> Json.object("expireAt", 60),
          (item, arguments, key) -> item.put("key", key));

  private ApiTokens() {}

  private static void created(ObjectNode item, ObjectNode arguments, String key) {
    String app = arguments.path("dataAppName").asText();
    item.put("key", key).put("description", "API key for data app " + app);
    item.set("name", arguments.path("name"));
  }
}
