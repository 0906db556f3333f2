package dev.datamart.spec.builder;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes components out of a document that nothing in its paths leads to. */
final class Unused {

  private final Map<String, @Nullable Object> components;
  private final Set<String> used = new HashSet<>();

  private Unused(Map<String, @Nullable Object> components) {
    this.components = components;
  }

  static Map<String, @Nullable Object> removedFrom(Map<String, @Nullable Object> document) {
    Unused unused = new Unused(Tree.asMap(document.get("components")));
    unused.follow(document.get("paths"));
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(document);
    copy.put("components", unused.withoutTheRest());
    return copy;
  }

  private void follow(@Nullable Object node) {
    if (node instanceof List<?> list) {
      list.forEach(this::follow);
    } else if (node instanceof Map<?, ?> map) {
      map.values().forEach(this::follow);
      if (map.get("$ref") instanceof String pointer && used.add(pointer)) {
        String[] steps = pointer.split("/", -1);
        follow(Tree.asMap(components.get(steps[2])).get(steps[3]));
      }
    }
  }

  private Map<String, @Nullable Object> withoutTheRest() {
    Map<String, @Nullable Object> left = new LinkedHashMap<>();
    components.forEach(
        (kind, value) ->
            left.put(
                kind,
                kind.startsWith("#") || kind.equals("securitySchemes")
                    ? value
                    : usedOf(kind, Tree.asMap(value))));
    return left;
  }

  private Map<String, @Nullable Object> usedOf(
      String kind, Map<String, @Nullable Object> components) {
    Map<String, @Nullable Object> left = new LinkedHashMap<>();
    components.forEach(
        (name, component) -> {
          if (name.startsWith("#") || used.contains("#/components/" + kind + "/" + name)) {
            left.put(name, component);
          }
        });
    return left;
  }
}
