package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.datamart.conformance.wire.Json;
import java.util.HashMap;
import java.util.Map;

/** What the symbols of a sequence stand for while it is played. */
final class Symbols {
  static final String SERVICE = "service";

  private static final String NAME = "~";
  private static final String MADE = "#";

  private final String stem;
  private final Map<String, String> known = new HashMap<>();

  /**
   * @param stem what all names of this play begin with
   */
  Symbols(String stem) {
    this.stem = stem;
  }

  /** The symbol for a name that ends so. */
  static String name(String ending) {
    return NAME + ending;
  }

  /** The symbol for the key of what a step makes. */
  static String made(int step) {
    return MADE + step;
  }

  void learn(String symbol, String text) {
    known.put(symbol, text);
  }

  /** What a symbol stands for; for what was never made a text that nothing has. */
  String text(String symbol) {
    return symbol.startsWith(NAME)
        ? stem + symbol.substring(NAME.length())
        : known.getOrDefault(symbol, stem + "-no-such-thing");
  }

  /** The arguments with everything settled. */
  ObjectNode settled(ObjectNode arguments) {
    return (ObjectNode) settled((JsonNode) arguments);
  }

  private JsonNode settled(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      ObjectNode copy = Json.object();
      object.properties().forEach(each -> copy.set(each.getKey(), settled(each.getValue())));
      return copy;
    }
    if (tree instanceof ArrayNode list) {
      ArrayNode copy = Json.array();
      list.forEach(each -> copy.add(settled(each)));
      return copy;
    }
    boolean isSymbol =
        tree.isTextual()
            && (tree.textValue().startsWith(NAME) || tree.textValue().startsWith(MADE));
    return isSymbol ? TextNode.valueOf(text(tree.textValue())) : tree;
  }
}
