package dev.datamart.spec.java;

import static java.util.Collections.unmodifiableList;
import static java.util.Collections.unmodifiableMap;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A place in a YAML document; looking up a member follows {@code $ref}. */
public final class YamlNode {

  private final Object root;
  private final Object value;
  private final @Nullable String name;

  private YamlNode(Object root, Object written) {
    this.root = root;
    String pointer = pointer(written);
    this.name = pointer == null ? null : pointer.substring(pointer.lastIndexOf('/') + 1);
    this.value = resolved(root, written);
  }

  /** Reads a document. */
  public static YamlNode parse(String text) {
    Object root =
        requireNonNull(frozen(new Load(LoadSettings.builder().build()).loadFromString(text)));
    return new YamlNode(root, root);
  }

  /** Returns the member of that name, or null. */
  public @Nullable YamlNode find(String key) {
    Object member = asMap(value).get(key);
    return member == null ? null : new YamlNode(root, member);
  }

  /** Returns the member of that name, which the document must have. */
  public YamlNode at(String key) {
    YamlNode member = find(key);
    if (member == null) {
      throw new IllegalStateException(
          "The document lacks the member \"" + key + "\" in " + asMap(value).keySet() + ".");
    }
    return member;
  }

  /** Returns what a {@code $ref} calls this place; null when it is written where it is used. */
  public @Nullable String name() {
    return name;
  }

  /** Returns the names of its members, in the order of the document. */
  public Set<String> keys() {
    return asMap(value).keySet();
  }

  /** Returns the items of a list. */
  public List<YamlNode> items() {
    return asList(value).stream().map(item -> new YamlNode(root, item)).toList();
  }

  /** Returns a scalar as a text. */
  public String string() {
    return String.valueOf(value);
  }

  /** Returns the scalars of a list as texts. */
  public List<String> strings() {
    return asList(value).stream().map(String::valueOf).toList();
  }

  /** Returns whether the member of that name is there and true. */
  public boolean isTrue(String key) {
    return Boolean.TRUE.equals(asMap(value).get(key));
  }

  private static Object resolved(Object root, Object written) {
    String pointer = pointer(written);
    if (pointer == null) {
      return written;
    }
    @Nullable Object target = root;
    for (String step : pointer.substring(2).split("/", -1)) {
      target = asMap(target).get(step);
    }
    return resolved(root, requireNonNull(target, pointer));
  }

  private static @Nullable String pointer(Object written) {
    return written instanceof Map<?, ?> map && map.get("$ref") instanceof String pointer
        ? pointer
        : null;
  }

  private static @Nullable Object frozen(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put(String.valueOf(key), frozen(member)));
      return unmodifiableMap(copy);
    }
    if (node instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(frozen(item)));
      return unmodifiableList(copy);
    }
    return node;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalStateException("The document has no object where one is expected: " + node);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> asList(Object node) {
    if (node instanceof List<?> list) {
      return (List<Object>) list;
    }
    throw new IllegalStateException("The document has no list where one is expected: " + node);
  }
}
