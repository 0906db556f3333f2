package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.datamart.conformance.wire.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words in which a list item is predicted, beside the values that the contract determines. */
public final class Expected {
  /** Anything: the contract leaves it open, or another answer has to tell it first. */
  public static final JsonNode OPEN = new POJONode("anything");

  /** Null, no member, or a list or an object without anything in it. */
  public static final JsonNode NOTHING = new POJONode("nothing");

  /** A member of this name says that the object may have members beside those predicted. */
  public static final String REST = "…";

  private static final Set<String> DATES = Set.of("createdAt", "updatedAt");

  private Expected() {}

  /** An object that has these members at least. */
  public static ObjectNode object(@Nullable Object... namesAndValues) {
    ObjectNode object = Json.object(namesAndValues);
    object.set(REST, OPEN);
    return object;
  }

  /** Copies what a request gave; null counts as left out. */
  static void copy(ObjectNode from, ObjectNode to, String... members) {
    for (String member : members) {
      if (from.hasNonNull(member)) {
        to.set(member, from.get(member));
      }
    }
  }

  /** Leaves open when a thing was changed, at every depth, but not when it was created. */
  public static void touch(JsonNode item) {
    if (item instanceof ObjectNode object && object.has("updatedAt")) {
      object.set("updatedAt", OPEN);
    }
    item.forEach(Expected::touch);
  }

  /** Leaves the dates of an object open. */
  public static void forgetDates(ObjectNode object) {
    DATES.forEach(date -> object.set(date, OPEN));
  }
}
