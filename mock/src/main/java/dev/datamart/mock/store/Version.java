package dev.datamart.mock.store;

import dev.datamart.mock.domain.Organization;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * One state of one organization, and what was worked out from it. Nothing that is derived can be
 * stale, since the state never changes.
 */
public final class Version {

  private final long number;
  private final Instant since;
  private final String cause;
  private final Organization organization;

  /** Made when something is first derived: of most states nothing is. */
  private volatile @Nullable ConcurrentMap<Object, Object> derived;

  Version(long number, Instant since, String cause, Organization organization) {
    this.number = number;
    this.since = since;
    this.cause = cause;
    this.organization = organization;
  }

  /** Returns its place among the versions of its organization, from 0. */
  public long number() {
    return number;
  }

  /** Returns when it became the current one. */
  public Instant since() {
    return since;
  }

  /** Returns what made it: the identifier of an operation, or a word of the control plane. */
  public String cause() {
    return cause;
  }

  public Organization organization() {
    return organization;
  }

  /** Returns what was worked out from this state under that key; null when nothing was. */
  public @Nullable Object derived(Object key) {
    ConcurrentMap<Object, Object> known = derived;
    return known == null ? null : known.get(key);
  }

  /** Keeps what follows from this state alone. */
  public void derive(Object key, Object value) {
    ConcurrentMap<Object, Object> known = derived;
    if (known == null) {
      // Of two threads that are here at once one loses what it keeps, which is only worked out
      // again.
      known = new ConcurrentHashMap<>(4);
      derived = known;
    }
    // A caller can ask for any page: what is kept is bounded, what is answered is not.
    if (known.size() < MOST_DERIVED) {
      known.put(key, value);
    }
  }

  /** Lets go of what was derived: an old state is kept for rewinding, not for answering. */
  void retire() {
    derived = null;
  }

  private static final int MOST_DERIVED = 64;
}
