package dev.datamart.conformance.model;

import dev.datamart.conformance.noun.Noun;
import java.util.HashSet;
import java.util.Set;

/** Which lists were looked at: of which noun, and of which owner. */
public final class Scope {
  private record Listed(Noun noun, String owner) {}

  private final Set<Listed> lists = new HashSet<>();

  /** A list was seen. */
  public void add(Noun noun, String owner) {
    lists.add(new Listed(noun, owner));
  }

  void add(Scope other) {
    lists.addAll(other.lists);
  }

  /** Whatever was seen of this owner belongs to one that is gone. */
  void forget(String owner) {
    lists.removeIf(list -> list.owner().equals(owner));
  }

  boolean covers(Thing thing) {
    return lists.contains(new Listed(thing.noun(), thing.owner()));
  }
}
