package dev.datamart.spec.builder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree as a reader gets it. */
final class Comments {

  private Comments() {}

  static Object removedFrom(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().map(Comments::removedFrom).toList();
    }
    if (!(node instanceof Map<?, ?> map)) {
      return node;
    }
    Map<Object, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (!key.toString().startsWith("#")) {
            copy.put(key, removedFrom(value));
          }
        });
    return copy;
  }
}
