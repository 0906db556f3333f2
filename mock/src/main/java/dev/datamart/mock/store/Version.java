package dev.datamart.mock.store;

import dev.datamart.mock.domain.Organization;
import java.time.Instant;
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
  private final Derived derived;
  private final boolean isEnd;

  Version(long number, Instant since, String cause, Organization organization, Derived derived) {
    this(number, since, cause, organization, derived, false);
  }

  private Version(
      long number,
      Instant since,
      String cause,
      Organization organization,
      Derived derived,
      boolean isEnd) {
    this.number = number;
    this.since = since;
    this.cause = cause;
    this.organization = organization;
    this.derived = derived;
    this.isEnd = isEnd;
  }

  /** Returns the same state as the end of its organization, which no other follows. */
  Version asEnd() {
    return new Version(number, since, cause, organization, derived, true);
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

  /** Returns whether the organization has been dropped: no token opens it, and nothing follows. */
  public boolean isEnd() {
    return isEnd;
  }

  Derived derived() {
    return derived;
  }

  /** Returns what was worked out from this state under that key; null when nothing is kept. */
  public @Nullable Object derived(Object key) {
    return derived.get(key);
  }
}
