package dev.datamart.mock.store;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.domain.Changed;
import dev.datamart.mock.domain.Expiring;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.memory.FairBudget;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One organization as it lives: its current version, its clock and its identifiers. A change is one
 * compare-and-set; requests of different organizations never wait for each other.
 */
public final class OrganizationState {

  /** How many versions are kept at most. */
  public static final int MOST_VERSIONS = 200;

  /** What made a version that has only lost tokens whose time was over. */
  public static final String EXPIRY = "expiry";

  private final String id;
  private final MockClock clock;
  private final IdSource ids;
  private final AtomicReference<Version> current;
  private final History history;
  private final FairBudget answersBudget;
  private final FairBudget.Share answers;
  private volatile long usedAt = System.nanoTime();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet(4);

  OrganizationState(
      String id, Organization start, MockClock clock, IdSource ids, Organizations organizations) {
    this.id = id;
    this.clock = clock;
    this.ids = ids;
    answersBudget = organizations.budgets().answers();
    answers = answersBudget.open(bytes -> current().derived().clear());
    Version first = new Version(0, clock.instant(), "seed", start, new Derived(answers));
    current = new AtomicReference<>(first);
    history = new History(this, organizations, first);
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
   * state as it was. Returning the state it was given makes no new version. Tokens whose time is
   * over go first, in a version of their own.
   *
   * @param cause what the new version says of where it came from
   * @return the version that the change made, or the current one when it changed nothing
   * @throws DroppedException when the organization has been dropped
   */
  public Version change(String cause, UnaryOperator<Organization> change) {
    return change(cause, change, changes -> {});
  }

  /**
   * Does the same.
   *
   * @param made hears what the change has made other, when it has made a version
   */
  public Version change(
      String cause, UnaryOperator<Organization> change, Consumer<List<Changed<?>>> made) {
    while (true) {
      Version found = current();
      if (found.isEnd()) {
        throw new DroppedException(id);
      }
      Organization before = withoutDead(found.organization());
      Organization after = change.apply(before);
      if (after == before) {
        return found;
      }
      Version start =
          before == found.organization() ? found : publish(found, EXPIRY, before, changes -> {});
      Version next = start == null ? null : publish(start, cause, after, made);
      if (next != null) {
        return next;
      }
    }
  }

  private Organization withoutDead(Organization organization) {
    Instant now = clock.instant();
    Organization left = organization;
    for (Ref ref : history.over(now)) {
      if (left.find(ref).orElse(null) instanceof Expiring token && !token.isAlive(now)) {
        left = left.without(ref);
      }
    }
    return left;
  }

  /** Makes that state the current one; returns null when another came first. */
  private @Nullable Version publish(
      Version before, String cause, Organization after, Consumer<List<Changed<?>>> made) {
    Version next =
        new Version(before.number() + 1, clock.instant(), cause, after, new Derived(answers));
    if (!current.compareAndSet(before, next)) {
      return null;
    }
    // An old state is kept for rewinding, not for answering.
    before.derived().end();
    // Outside of all locks, and once: the journal tells of it, the versions weigh it.
    List<Changed<?>> changes = before.organization().compare(after);
    history.keep(changes, next);
    made.accept(changes);
    return next;
  }

  /**
   * Keeps what follows from a state alone, while that is the current one.
   *
   * @param bytes about how much it takes
   */
  public void derive(Version from, Object key, Object value, long bytes) {
    from.derived().put(key, value, bytes);
    answersBudget.settle();
  }

  /** Ends it: no token opens it from now on, and nothing changes it; false when it has ended. */
  boolean end() {
    Version last = current();
    while (!last.isEnd()) {
      if (current.compareAndSet(last, last.asEnd())) {
        last.derived().end();
        answers.close();
        history.close();
        return true;
      }
      last = current();
    }
    return false;
  }

  /** Returns whether it has been dropped. */
  public boolean isEnded() {
    return current().isEnd();
  }

  /** Returns the versions that are kept, the current one included, oldest first. */
  public List<Version> versions() {
    return history.versions();
  }

  /**
   * Returns the version of that number, while it is kept.
   *
   * @throws DroppedException when nothing is kept any more, since the organization was dropped
   */
  public Optional<Version> version(long number) {
    Optional<Version> kept = history.version(number);
    if (kept.isEmpty() && isEnded()) {
      throw new DroppedException(id);
    }
    return kept;
  }

  /** Takes note that somebody called. */
  public void touch() {
    usedAt = System.nanoTime();
  }

  /** Returns for how long nobody has called, in nanoseconds. */
  public long idleNanos() {
    return System.nanoTime() - usedAt;
  }

  /** Returns every token that leads here, so that to drop the organization costs what it has. */
  public Collection<String> tokens() {
    return Collections.unmodifiableCollection(tokens);
  }

  void add(String token) {
    tokens.add(token);
  }

  void remove(String token) {
    tokens.remove(token);
  }
}
