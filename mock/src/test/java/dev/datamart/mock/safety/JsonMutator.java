package dev.datamart.mock.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;

/** Bends JSON: its values, its members, its text and its bytes. */
final class JsonMutator {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Chance chance;

  JsonMutator(Chance chance) {
    this.chance = chance;
  }

  byte[] mutate(JsonNode valid) {
    JsonNode bent = valid.deepCopy();
    int times = chance.below(3);
    for (int i = 0; i < times; i++) {
      bend(bent);
    }
    String text = chance.oneIn(4) ? bendText(bent.toString()) : bent.toString();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return chance.oneIn(8) ? bendBytes(bytes) : bytes;
  }

  private void bend(JsonNode root) {
    ContainerNode<?> at = chance.any(containers(root));
    if (at instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.isEmpty() || chance.oneIn(5) ? chance.text() : chance.any(names);
      if (chance.oneIn(4)) {
        object.remove(name);
      } else {
        object.set(name, value());
      }
    } else if (at instanceof ArrayNode array) {
      if (array.isEmpty() || chance.oneIn(3)) {
        array.add(value());
      } else if (chance.oneIn(2)) {
        array.remove(chance.below(array.size()));
      } else {
        array.add(array.get(0).deepCopy());
      }
    }
  }

  private static List<ContainerNode<?>> containers(JsonNode node) {
    List<ContainerNode<?>> found = new ArrayList<>();
    if (node instanceof ContainerNode<?> container) {
      found.add(container);
      node.forEach(child -> found.addAll(containers(child)));
    }
    return found;
  }

  private JsonNode value() {
    return switch (chance.below(12)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(true);
      case 2 -> JSON.numberNode(chance.below(100) - 50);
      case 3 -> JSON.numberNode(Long.MAX_VALUE);
      case 4 -> JSON.numberNode(new BigDecimal("1e400"));
      case 5 -> JSON.numberNode(new BigDecimal("0.000000001"));
      case 6 -> JSON.arrayNode();
      case 7 -> JSON.objectNode();
      case 8 -> JSON.arrayNode().add(JSON.arrayNode().addNull());
      case 9 -> JSON.objectNode().put(chance.text(), chance.text());
      default -> JSON.textNode(chance.text());
    };
  }

  private String bendText(String json) {
    int depth = chance.oneIn(20) ? 100_000 : 1_500;
    return switch (chance.below(14)) {
      case 0 -> "";
      case 1 -> "null";
      case 2 -> "[" + json + "]";
      case 3 -> json + json;
      case 4 -> json + "}";
      case 5 -> json.substring(0, chance.below(json.length()));
      case 6 -> json.replaceFirst("\\{", Matcher.quoteReplacement("{" + members(json) + ","));
      case 7 -> "[".repeat(depth);
      case 8 -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      case 9 -> json.replaceFirst(":\"?[^,{}\\[\\]]*", ":1e999999");
      case 10 -> json.replaceFirst(":\"?[^,{}\\[\\]]*", ":" + "9".repeat(5_000));
      case 11 -> json.replace("\"", "'");
      case 12 -> json.replaceFirst(":\"", ":\"\\\\ud800");
      default -> "\ufeff" + json.replaceFirst("\\{", "{/*c*/");
    };
  }

  /** Returns the members of the object once more, so that each name comes twice. */
  private static String members(String json) {
    return json.length() > 2 && json.startsWith("{")
        ? json.substring(1, json.length() - 1)
        : "\"a\":1,\"a\":2";
  }

  private byte[] bendBytes(byte[] bytes) {
    byte[] bent = bytes.clone();
    switch (chance.below(4)) {
      case 0 -> bent = Arrays.copyOf(bent, bent.length + 1 + chance.below(8));
      case 1 -> bent = new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
      default -> {
        for (int i = 0; i < 3 && bent.length > 0; i++) {
          bent[chance.below(bent.length)] = chance.bytes(1)[0];
        }
      }
    }
    return bent;
  }
}
