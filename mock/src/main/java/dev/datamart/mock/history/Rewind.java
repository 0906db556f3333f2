package dev.datamart.mock.history;

import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Version;
import java.util.List;
import java.util.Optional;

/** Takes an organization back to what it was; going back is a change like any other. */
public final class Rewind {

  private Rewind() {}

  /** Makes the organization what it was in that version, and returns the version this makes. */
  public static Version to(OrganizationState state, Version wanted) {
    return state.change("rewind to " + wanted.number(), found -> wanted.organization());
  }

  /**
   * Brings back what the last delete removed, keeps what came after it, and returns the version
   * this makes; nothing when no delete is among the versions that are kept.
   */
  public static Optional<Version> undoLastDelete(OrganizationState state) {
    List<Version> versions = state.versions().all();
    for (int i = versions.size() - 1; i > 0; i--) {
      Version version = versions.get(i);
      if (version.cause().startsWith("delete")) {
        Organization before = versions.get(i - 1).organization();
        Organization after = version.organization();
        return Optional.of(
            state.change("undo of " + version.number(), now -> Undo.bringBack(now, before, after)));
      }
    }
    return Optional.empty();
  }
}
