package dev.datamart.mock.store;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.domain.Organization;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * One organization as it lives: its current version, its clock and its identifiers. A change is one
 * compare-and-set; requests of different organizations never wait for each other.
 */
public final class OrganizationState {

  /** How many versions are kept. They share what did not change, so they cost what changed. */
  public static final int MOST_VERSIONS = 200;

  private final String id;
  private final MockClock clock;
  private final IdSource ids;
  private final AtomicReference<Version> current;
  private final NavigableMap<Long, Version> kept = new TreeMap<>();
  private volatile long usedAt = System.nanoTime();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet(4);

  OrganizationState(String id, Organization start, MockClock clock, IdSource ids) {
    this.id = id;
    this.clock = clock;
    this.ids = ids;
    this.current = new AtomicReference<>(new Version(0, clock.instant(), "seed", start));
    keep(current());
  }

  /** Returns the identifier under which the control plane knows it. */
  public String id() {
    return id;
  }

  public MockClock clock() {
    return clock;
  }

  public IdSource ids() {
    return ids;
  }

  public Version current() {
    return requireNonNull(current.get());
  }

  /**
   * Replaces the state by what the change makes of it, all of it or nothing. The change may be
   * asked again when another came first, so it must be a pure function; what it throws leaves the
   * state as it was. Returning the state it was given makes no new version.
   *
   * @param cause what the new version says of where it came from
   * @return the version that the change made, or the current one when it changed nothing
   */
  public Version change(String cause, UnaryOperator<Organization> change) {
    while (true) {
      Version before = current();
      Organization after = change.apply(before.organization());
      if (after == before.organization()) {
        return before;
      }
      Version next = new Version(before.number() + 1, clock.instant(), cause, after);
      if (current.compareAndSet(before, next)) {
        // An old state is kept for rewinding, not for answering.
        before.derived().clear();
        keep(next);
        return next;
      }
    }
  }

  /** They may come in any order, as simultaneous changes finish. */
  private void keep(Version version) {
    synchronized (kept) {
      kept.put(version.number(), version);
      if (kept.size() > MOST_VERSIONS) {
        kept.pollFirstEntry();
      }
    }
  }

  /** Returns the versions that are kept, the current one included, oldest first. */
  public List<Version> versions() {
    synchronized (kept) {
      return List.copyOf(kept.values());
    }
  }

  /** Returns the version of that number, while it is kept. */
  public Optional<Version> version(long number) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(number));
    }
  }

  /** Takes note that somebody called. */
  public void touch() {
    usedAt = System.nanoTime();
  }

  /** Returns for how long nobody has called, in nanoseconds. */
  public long idleNanos() {
    return System.nanoTime() - usedAt;
  }

  /** Returns every token that ever led here, so that to drop the organization costs what it has. */
  Set<String> tokens() {
    return tokens;
  }
}
