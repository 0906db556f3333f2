package dev.datamart.conformance.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What differs between two snapshots, by description; details tell how changed things changed. */
public record Difference(
    Set<String> gone, Set<String> added, Set<String> changed, List<String> details) {
  public Difference {
    details = List.copyOf(details);
  }

  public boolean isEmpty() {
    return gone.isEmpty() && added.isEmpty() && changed.isEmpty();
  }

  /** One line that names everything. */
  public String words() {
    List<String> parts = new ArrayList<>();
    gone.forEach(name -> parts.add(name + " is gone"));
    added.forEach(name -> parts.add(name + " appeared"));
    details.forEach(parts::add);
    return parts.isEmpty() ? "nothing changed" : String.join("; ", parts);
  }
}
