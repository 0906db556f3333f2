package dev.datamart.mock.store;

import dev.datamart.mock.domain.Organization;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One state of one organization, and what was worked out from it. Nothing that is derived can be
 * stale, since the state never changes.
 *
 * @param number its place among the versions of its organization, from 0
 * @param since when it became the current one
 * @param cause what made it: the identifier of an operation, or a word of the control plane
 */
public record Version(
    long number,
    Instant since,
    String cause,
    Organization organization,
    Map<Object, Object> derived) {

  private static final int MOST_DERIVED = 64;

  Version(long number, Instant since, String cause, Organization organization) {
    this(number, since, cause, organization, new ConcurrentHashMap<>(4));
  }

  /** Returns what was worked out from this state under that key; null when nothing was. */
  public @Nullable Object derived(Object key) {
    return derived.get(key);
  }

  /** Keeps what follows from this state alone. */
  public void derive(Object key, Object value) {
    // A caller can ask for any page: what is kept is bounded, what is answered is not.
    if (derived.size() < MOST_DERIVED) {
      derived.put(key, value);
    }
  }
}
