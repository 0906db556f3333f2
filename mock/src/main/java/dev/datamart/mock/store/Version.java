package dev.datamart.mock.store;

import dev.datamart.mock.domain.Organization;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * One state of one organization, and what was worked out from it. Nothing that is derived can be
 * stale, since the state never changes.
 */
public final class Version {

  private final long number;
  private final Instant since;
  private final String cause;
  private final Organization organization;
  private final ConcurrentMap<Object, Object> derived = new ConcurrentHashMap<>(4);

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

  /**
   * Returns what the function makes of this state, worked out once for each key.
   *
   * @param key tells what is worked out; always used with the same function
   */
  public <T> T derive(Object key, Function<Organization, T> function) {
    Object there = derived.get(key);
    if (there == null) {
      there = function.apply(organization);
      // A caller can ask for any page: what is kept is bounded, what is answered is not.
      if (derived.size() < MOST_DERIVED) {
        derived.put(key, there);
      }
    }
    @SuppressWarnings("unchecked")
    T answer = (T) there;
    return answer;
  }

  /** Lets go of what was derived: an old state is kept for rewinding, not for answering. */
  void retire() {
    derived.clear();
  }

  private static final int MOST_DERIVED = 64;
}
