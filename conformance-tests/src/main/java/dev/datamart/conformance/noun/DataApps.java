package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;

/** Data apps. */
public final class DataApps {
  public static final Noun NOUN = Noun.of("data app", "name", "name");

  static final Role LIST = Role.list(NOUN);
  static final Role CREATE =
      Role.create(NOUN, stock -> Json.object("name", stock.unused()), DataApps::created);
  static final Role DELETE = Role.delete(NOUN);

  private DataApps() {}

  private static void created(ObjectNode item, ObjectNode arguments, String name) {
    item.put("name", name).put("type", "embedded").put("embedCount", 0);
    item.set("embeds", Expected.NOTHING);
  }
}
