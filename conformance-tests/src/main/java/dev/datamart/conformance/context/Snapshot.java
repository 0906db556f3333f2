package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    TreeSet<String> gone = new TreeSet<>(things.keySet());
    gone.removeAll(after.things.keySet());
    TreeSet<String> added = new TreeSet<>(after.things.keySet());
    added.removeAll(things.keySet());
    TreeSet<String> changed = new TreeSet<>();
    List<String> details = new ArrayList<>();
    things.forEach(
        (name, before) -> {
          JsonNode now = after.things.get(name);
          if (now != null && !now.equals(before)) {
            changed.add(name);
            details.add(name + ": " + firstChange("", before, now));
          }
        });
    return new Difference(gone, added, changed, details);
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
