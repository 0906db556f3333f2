package dev.datamart.mock.history;

import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    Set<Long> undone = new HashSet<>();
    Version version = state.current();
    while (version != null) {
      String cause = version.cause();
      Version earlier = state.version(version.number() - 1).orElse(null);
      if (cause.startsWith(DELETE) && earlier != null && !undone.contains(version.number())) {
        return Optional.of(undo(state, earlier.organization(), version));
      }
      if (cause.startsWith(UNDO)) {
        undone.add(Long.valueOf(cause.substring(UNDO.length())));
      }
      // What was left behind by going back did not lead to what is now.
      version =
          cause.startsWith(TO)
              ? state.version(Long.parseLong(cause.substring(TO.length()))).orElse(null)
              : earlier;
    }
    return Optional.empty();
  }

  private static Version undo(OrganizationState state, Organization before, Version delete) {
    Organization after = delete.organization();
    return state.change(UNDO + delete.number(), now -> bringBack(now, before, after));
  }

  /**
   * Returns the state with what was removed between the two others.
   *
   * @param now the state to bring it back into; the very one after the delete, or a later one
   * @param before the state that the delete found
   * @param after the state that it left
   */
  static Organization bringBack(Organization now, Organization before, Organization after) {
    if (now == after) {
      return before;
    }
    Organization result = now;
    List<Ref> broughtBack = new ArrayList<>();
    // Each kind comes after those that it refers to.
    for (Kind<?> kind : Kind.ALL) {
      for (Keyed thing : before.all(kind)) {
        Ref ref = Ref.of(thing);
        if (!after.has(ref) && !result.has(ref) && result.canHave(thing)) {
          result = result.with(thing);
          broughtBack.add(ref);
        }
      }
    }
    for (Ref ref : broughtBack) {
      result = result.relinked(ref, before);
    }
    return result;
  }
}
