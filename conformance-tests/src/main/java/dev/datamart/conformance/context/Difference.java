package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What differs between two looks at a part of the server, by description.
 *
 * @param changes how what is in both has changed
 */
public record Difference(Set<String> gone, Set<String> added, Map<String, String> changes) {

  /** What became of things, each by a short description such as {@code datamart "sales"}. */
  public static Difference between(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    Map<String, String> changes = new TreeMap<>();
    before.forEach(
        (name, was) -> {
          JsonNode now = after.getOrDefault(name, was);
          if (!now.equals(was)) {
            changes.put(name, firstChange("", was, now));
          }
        });
    return new Difference(without(before, after), without(after, before), changes);
  }

  private static Set<String> without(Map<String, JsonNode> some, Map<String, JsonNode> others) {
    Set<String> names = new TreeSet<>(some.keySet());
    names.removeAll(others.keySet());
    return names;
  }

  private static String firstChange(String path, JsonNode before, JsonNode now) {
    Set<String> names = new TreeSet<>();
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

  public Set<String> changed() {
    return changes.keySet();
  }

  public boolean isEmpty() {
    return gone.isEmpty() && added.isEmpty() && changes.isEmpty();
  }

  /** One line that names everything. */
  public String words() {
    StringJoiner words = new StringJoiner("; ").setEmptyValue("nothing changed");
    gone.forEach(name -> words.add(name + " is gone"));
    added.forEach(name -> words.add(name + " appeared"));
    changes.forEach((name, how) -> words.add(name + ": " + how));
    return words.toString();
  }
}
