package dev.datamart.spec.java;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A schema as one thing, whether it is written in place, referred to, or put together by {@code
 * allOf}.
 *
 * @param name what the document calls it; null when it is written in place
 * @param layers the schema and those that it is put together from
 */
record SchemaShape(@Nullable String name, List<YamlNode> layers) {

  static SchemaShape of(YamlNode schema) {
    List<YamlNode> layers = new ArrayList<>();
    collect(schema, layers);
    String name =
        layers.stream().map(YamlNode::name).filter(Objects::nonNull).findFirst().orElse(null);
    return new SchemaShape(name, layers);
  }

  private static void collect(YamlNode schema, List<YamlNode> layers) {
    layers.add(schema);
    YamlNode parts = schema.find("allOf");
    if (parts != null) {
      parts.items().forEach(part -> collect(part, layers));
    }
  }

  /** Returns the constant of {@code Kind}. */
  String kind() {
    YamlNode type = find("type");
    String word = type == null ? "any" : type.string();
    return JavaText.constant(word.equals("array") ? "list" : word);
  }

  boolean isObject() {
    return kind().equals("OBJECT");
  }

  /** Returns the constant of {@code Schema} that this is; null when it is none. */
  @Nullable String constant() {
    if (!isObject()) {
      return null;
    }
    if (name == null && find("properties") != null) {
      throw new IllegalStateException(
          "An object with members needs a schema of its own: " + properties().keySet());
    }
    return name == null ? null : JavaText.constant(name);
  }

  @Nullable SchemaShape items() {
    YamlNode items = find("items");
    return items == null ? null : of(items);
  }

  Map<String, SchemaShape> properties() {
    Map<String, SchemaShape> properties = new LinkedHashMap<>();
    for (YamlNode layer : layers) {
      YamlNode written = layer.find("properties");
      if (written != null) {
        written.keys().forEach(key -> properties.put(key, of(written.at(key))));
      }
    }
    return properties;
  }

  Set<String> required() {
    Set<String> names = new TreeSet<>();
    for (YamlNode layer : layers) {
      YamlNode written = layer.find("required");
      if (written != null) {
        names.addAll(written.strings());
      }
    }
    return names;
  }

  /** Returns whether a text or list of this shape may have nothing in it. */
  boolean mayBeEmpty() {
    return find("minLength") == null && find("minItems") == null;
  }

  /** Returns whether whoever knows it can act with it; the document says so by the format. */
  boolean isSecret() {
    YamlNode format = find("format");
    return format != null && format.string().equals("password");
  }

  boolean isTrue(String key) {
    return layers.stream().anyMatch(layer -> layer.isTrue(key));
  }

  /** Returns the values that are listed, null left out. */
  List<String> values() {
    YamlNode listed = find("enum");
    return listed == null
        ? List.of()
        : listed.strings().stream().filter(value -> !value.equals("null")).toList();
  }

  @Nullable String pattern() {
    YamlNode pattern = find("pattern");
    return pattern == null ? null : pattern.string();
  }

  private @Nullable YamlNode find(String key) {
    return layers.stream()
        .map(layer -> layer.find(key))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
