package dev.datamart.mock.history;

import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes an organization back to what it was; going back is a change like any other. */
public final class Rewind {

  private static final String TO = "rewind to ";
  private static final String UNDO = "undo of ";
  private static final String DELETE = "delete";

  private Rewind() {}

  /** Makes the organization what it was in that version, and returns the version this makes. */
  public static Version to(OrganizationState state, Version wanted) {
    return state.change(TO + wanted.number(), found -> wanted.organization());
  }

  /**
   * Brings back what the last delete removed that was not brought back yet, keeps what came after
   * it, and returns the version this makes; nothing when no such delete is among the versions that
   * are kept.
   */
  public static Optional<Version> undoLastDelete(OrganizationState state) {
    Map<String, Version> kept = new HashMap<>();
    state.versions().all().forEach(version -> kept.put(String.valueOf(version.number()), version));
    Set<String> undone = new HashSet<>();
    Version version = state.current();
    while (version != null) {
      String cause = version.cause();
      Version earlier = kept.get(String.valueOf(version.number() - 1));
      if (cause.startsWith(DELETE)
          && earlier != null
          && !undone.contains(String.valueOf(version.number()))) {
        return Optional.of(undo(state, earlier.organization(), version));
      }
      if (cause.startsWith(UNDO)) {
        undone.add(cause.substring(UNDO.length()));
      }
      // What was left behind by going back did not lead to what is now.
      version = cause.startsWith(TO) ? kept.get(cause.substring(TO.length())) : earlier;
    }
    return Optional.empty();
  }

  private static Version undo(OrganizationState state, Organization before, Version delete) {
    Organization after = delete.organization();
    return state.change(UNDO + delete.number(), now -> Undo.bringBack(now, before, after));
  }
}
