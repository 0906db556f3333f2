package dev.datamart.conformance.noun;

import dev.datamart.conformance.wire.Json;

/** Data apps. */
public final class DataApps {
  public static final Noun NOUN = Noun.of("data app", "name", "name");

  static final Role LIST = Role.list(NOUN);
  static final Role CREATE = Role.create(NOUN, stock -> Json.object("name", stock.unused()));
  static final Role DELETE = Role.delete(NOUN);

  private DataApps() {}
}
