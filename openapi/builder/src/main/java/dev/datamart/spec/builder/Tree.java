package dev.datamart.spec.builder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A mapping of a source file; asking for what is not there names the place in the file. */
final class Tree {

  static final Tree EMPTY = new Tree("Nothing", Map.of());

  private final String place;
  private final Map<String, @Nullable Object> members;

  private Tree(String place, Map<String, @Nullable Object> members) {
    this.place = place;
    this.members = members;
  }

  static Tree parse(String file, String text) {
    return of(file, new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text));
  }

  private static Tree of(String place, @Nullable Object value) {
    if (!(value instanceof Map)) {
      throw new IllegalStateException(place + " must be a mapping.");
    }
    return new Tree(place, asMap(value));
  }

  static Map<String, @Nullable Object> asMap(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalStateException("A mapping was expected where there is " + value);
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach((key, member) -> members.put(String.valueOf(key), member));
    return members;
  }

  /** Refuses members of other names, so that a misspelt one is not overlooked. */
  Tree allowing(Set<String> names) {
    for (String key : members.keySet()) {
      if (!names.contains(key)) {
        throw new IllegalStateException(place + " has the unknown member \"" + key + "\".");
      }
    }
    return this;
  }

  Map<String, @Nullable Object> members() {
    return members;
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  Object raw(String key) {
    Object member = members.get(key);
    if (member == null) {
      throw new IllegalStateException(place + " lacks the member \"" + key + "\".");
    }
    return member;
  }

  String text(String key) {
    return String.valueOf(raw(key));
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  Tree at(String key) {
    return of(place + " " + key, raw(key));
  }

  /** Returns the mapping of that name, or an empty one. */
  Tree find(String key) {
    return has(key) ? at(key) : new Tree(place + " " + key, Map.of());
  }

  /** Returns the list of that name, or an empty one. */
  List<String> words(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  /** Returns the list of mappings of that name, or an empty one. */
  List<Tree> trees(String key) {
    List<Tree> trees = new ArrayList<>();
    for (Object item : list(key)) {
      trees.add(of(place + " " + key, item));
    }
    return trees;
  }

  private List<?> list(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!(raw(key) instanceof List<?> list)) {
      throw new IllegalStateException(place + " " + key + " must be a list.");
    }
    return list;
  }
}
