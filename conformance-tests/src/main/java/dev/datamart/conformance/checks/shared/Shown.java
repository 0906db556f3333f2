package dev.datamart.conformance.checks.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.wire.Json;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** Compares what a list shows with what it should. */
public final class Shown {
  private Shown() {}

  /** The item of a list with that text at a member; missing when there is none. */
  public static JsonNode item(JsonNode list, String member, String text) {
    return Json.stream(list)
        .filter(item -> item.path(member).asText().equals(text))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  /** The texts at a member of the items of a list, in their order. */
  public static List<String> texts(JsonNode list, String member) {
    return Json.stream(list).map(item -> item.path(member).asText()).toList();
  }

  public static OffsetDateTime moment(CheckContext s, JsonNode item, String member) {
    try {
      return OffsetDateTime.parse(item.path(member).asText());
    } catch (DateTimeParseException wrong) {
      throw s.fail(member + " is an ISO 8601 moment", item.path(member).toString(), null);
    }
  }

  /**
   * Demands that a member of two list items is the same but for what the contract does not know.
   */
  public static void same(
      CheckContext s, Noun noun, String member, JsonNode expected, JsonNode came) {
    String wanted = noun.known(member, expected).toString();
    same(s, member, wanted, noun.known(member, came).toString());
  }

  public static void same(CheckContext s, String what, String expected, JsonNode came) {
    same(s, what, expected, came.asText());
  }

  /** Every member of the one has the same text in the other. */
  public static void sameTexts(CheckContext s, String what, JsonNode expected, JsonNode came) {
    for (Map.Entry<String, JsonNode> member : expected.properties()) {
      String name = member.getKey();
      same(s, what + " " + name, member.getValue().asText(), came.path(name));
    }
  }

  public static void same(CheckContext s, String what, String expected, String came) {
    s.demand(expected.equals(came), what + " is " + expected, came);
  }
}
