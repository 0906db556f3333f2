package dev.datamart.mock.store;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.domain.Changed;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.memory.FairBudget;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions of one organization that are kept: the newest, as many as there is room for. They
 * share what did not change, so an earlier one costs what the next has no longer.
 */
final class History {

  /** What a version takes at least: the paths to what it changed. */
  private static final long CHANGE_BYTES = 3_000;

  /**
   * One of them.
   *
   * @param replaced how much the version before holds on to that this one has not
   */
  private record Kept(Version version, long replaced) {}

  private final NavigableMap<Long, Kept> kept = new TreeMap<>();
  private final OrganizationState state;
  private final Organizations organizations;
  private final FairBudget budget;
  private final FairBudget.Share share;
  private final TokenTimes tokens;
  private boolean isClosed;

  History(OrganizationState state, Organizations organizations, Version first) {
    this.state = state;
    this.organizations = organizations;
    budget = organizations.budgets().versions();
    share = budget.open(this::shrink);
    tokens = new TokenTimes(first.organization(), token -> organizations.leadsTo(token, state));
    kept.put(first.number(), new Kept(first, 0));
  }

  /**
   * Takes the next version in. They may come in any order, as simultaneous changes finish.
   *
   * @param changes what it has other than the version before
   */
  void keep(List<Changed<?>> changes, Version next) {
    long replaced = CHANGE_BYTES;
    for (Changed<?> one : changes) {
      replaced += Weight.of(one.old());
    }
    synchronized (this) {
      if (isClosed) {
        return;
      }
      for (Changed<?> one : changes) {
        if (one.kind().isSecret()) {
          tokens.differ(next.number(), one.old(), one.now());
        }
      }
      // One that is older than the first has come too late to be kept.
      if (next.number() > kept.firstKey()) {
        kept.put(next.number(), new Kept(next, replaced));
        share.add(replaced);
      }
      if (kept.size() > OrganizationState.MOST_VERSIONS) {
        dropFirst();
      }
    }
    budget.settle();
  }

  private void dropFirst() {
    kept.pollFirstEntry();
    Kept first = requireNonNull(kept.firstEntry()).getValue();
    share.add(-first.replaced());
    tokens.forget(first.version().number(), token -> organizations.bury(token, state));
  }

  private synchronized void shrink(long bytes) {
    while (kept.size() > 1 && share.used() > bytes) {
      dropFirst();
    }
  }

  /** Lets go of all but the last. */
  synchronized void close() {
    isClosed = true;
    kept.headMap(kept.lastKey()).clear();
    share.close();
  }

  synchronized List<Version> versions() {
    return kept.values().stream().map(Kept::version).toList();
  }

  synchronized Optional<Version> version(long number) {
    return Optional.ofNullable(kept.get(number)).map(Kept::version);
  }

  /** Returns where tokens stand whose time is over. */
  synchronized List<Ref> over(Instant now) {
    return tokens.over(now);
  }
}
