package dev.datamart.conformance.context;

import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What differs between two snapshots, by description.
 *
 * @param changes how what is in both has changed
 */
public record Difference(Set<String> gone, Set<String> added, Map<String, String> changes) {

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
