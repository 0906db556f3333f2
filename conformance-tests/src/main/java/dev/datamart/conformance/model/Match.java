package dev.datamart.conformance.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.noun.Expected;
import dev.datamart.conformance.wire.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what a list shows of a thing against what is expected of it. */
final class Match {
  /** What tells the entries of a list apart, in this order. */
  private static final List<String> KEYS =
      List.of("tableName", "schemaName", "columnName", "embedId", "relationshipName", "name");

  private Match() {}

  /** The first difference in words, if there is one. */
  static Optional<String> difference(JsonNode expected, JsonNode shown) {
    return difference("", sorted(expected), sorted(shown));
  }

  /** The same with lists in an order of our own, since none is promised. */
  static JsonNode sorted(JsonNode tree) {
    if (tree instanceof ArrayNode list) {
      ArrayNode sorted = Json.array();
      Json.stream(list)
          .map(Match::sorted)
          .sorted(Comparator.comparing(Match::key))
          .forEach(sorted::add);
      return sorted;
    }
    if (!tree.isObject()) {
      return tree;
    }
    ObjectNode sorted = Json.object();
    tree.properties().forEach(member -> sorted.set(member.getKey(), sorted(member.getValue())));
    return sorted;
  }

  private static String key(JsonNode entry) {
    return KEYS.stream().map(key -> entry.path(key).asText()).collect(Collectors.joining("\n"));
  }

  private static Optional<String> difference(String path, JsonNode expected, JsonNode shown) {
    if (expected.equals(Expected.OPEN) || (isNothing(expected) && isNothing(shown))) {
      return Optional.empty();
    }
    if (expected.isObject() && shown.isObject()) {
      return ofObjects(path, expected, shown);
    }
    if (expected.isArray() && shown.isArray() && expected.size() == shown.size()) {
      return ofLists(path, expected, shown);
    }
    return isSame(expected, shown)
        ? Optional.empty()
        : Optional.of(path + " should be " + words(expected) + " and is " + words(shown));
  }

  private static Optional<String> ofObjects(String path, JsonNode expected, JsonNode shown) {
    Set<String> names = new TreeSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    if (!names.remove(Expected.REST)) {
      shown.fieldNames().forEachRemaining(names::add);
    }
    return names.stream()
        .map(name -> difference(path + "/" + name, expected.path(name), shown.path(name)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> ofLists(String path, JsonNode expected, JsonNode shown) {
    for (int i = 0; i < expected.size(); i++) {
      Optional<String> found = difference(path + "/" + i, expected.path(i), shown.path(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isNothing(JsonNode node) {
    return node.equals(Expected.NOTHING)
        || node.isNull()
        || node.isMissingNode()
        || (node.isContainerNode() && node.isEmpty());
  }

  private static boolean isSame(JsonNode expected, JsonNode shown) {
    return (expected.isNumber() && shown.isNumber())
        ? expected.decimalValue().compareTo(shown.decimalValue()) == 0
        : expected.equals(shown);
  }

  private static String words(JsonNode node) {
    if (isNothing(node)) {
      return "nothing";
    }
    return node.isArray() ? node.size() + " entries " + plain(node) : plain(node).toString();
  }

  /** Without what says that more may be there. */
  private static JsonNode plain(JsonNode tree) {
    JsonNode copy = tree.deepCopy();
    copy.findParents(Expected.REST).forEach(each -> ((ObjectNode) each).remove(Expected.REST));
    return copy;
  }
}
