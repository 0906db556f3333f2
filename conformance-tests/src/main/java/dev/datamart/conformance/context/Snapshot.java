package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a check can see of its part of the server at one moment.
 *
 * @param things by a short description, such as {@code datamart "sales"}
 */
public record Snapshot(Map<String, JsonNode> things) {
  public Snapshot {
    things = new TreeMap<>(things);
  }

  /** What became of it. */
  public Difference to(Snapshot after) {
    Map<String, String> changes = new TreeMap<>();
    things.forEach(
        (name, before) -> {
          JsonNode now = after.things.getOrDefault(name, before);
          if (!now.equals(before)) {
            changes.put(name, firstChange("", before, now));
          }
        });
    return new Difference(without(after), after.without(this), changes);
  }

  private Set<String> without(Snapshot other) {
    Set<String> names = new TreeSet<>(things.keySet());
    names.removeAll(other.things.keySet());
    return names;
  }

  private static String firstChange(String path, JsonNode before, JsonNode now) {
    TreeSet<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode was = before.path(name);
      JsonNode is = now.path(name);
      if (!was.equals(is)) {
        return was.isObject() && is.isObject()
            ? firstChange(path + "/" + name, was, is)
            : path + "/" + name + " was " + was + " and is " + is;
      }
    }
    return (path.isEmpty() ? "" : path + " ") + "was " + before + " and is " + now;
  }
}
