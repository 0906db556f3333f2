package dev.datamart.conformance.noun;

import dev.datamart.conformance.wire.Json;

/** API tokens of data apps. Nothing deletes one but the end of its data app. */
public final class ApiTokens {
  public static final Noun NOUN =
      Noun.of("API key", "key", "key")
          .withAnswered("key")
          .withOwner(DataApps.NOUN)
          .withOwnerArgument("dataAppName");

  static final Role LIST =
      new Role(Verb.LIST, NOUN, stock -> Json.object("dataAppName", stock.ownDataApp()));
  static final Role CREATE =
      Role.create(
          NOUN,
          stock -> Json.object("dataAppName", stock.a(DataApps.NOUN), "name", stock.unused()));
  static final Role ROTATE = new Role(Verb.ROTATE, NOUN, stock -> Json.object("expireAt", 60));

  private ApiTokens() {}
}
