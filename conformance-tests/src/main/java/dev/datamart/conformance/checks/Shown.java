package dev.datamart.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.datamart.conformance.scene.Scene;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Compares what a list shows with what it should. */
final class Shown {
  private Shown() {}

  /** The item of a list with that text at a member; missing when there is none. */
  static JsonNode item(JsonNode list, String member, String text) {
    for (JsonNode item : list) {
      if (item.path(member).asText().equals(text)) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  static OffsetDateTime moment(Scene s, JsonNode item, String member) {
    try {
      return OffsetDateTime.parse(item.path(member).asText());
    } catch (DateTimeParseException wrong) {
      throw s.fail(member + " is an ISO 8601 moment", item.path(member).toString(), null);
    }
  }

  static void same(Scene s, String what, String expected, JsonNode came) {
    same(s, what, expected, came.asText());
  }

  static void same(Scene s, String what, String expected, String came) {
    s.demand(expected.equals(came), what + " is " + expected, came);
  }
}
