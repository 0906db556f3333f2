package dev.datamart.mock.fault;

import dev.datamart.mock.operation.Routes.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults that are set, in their order; the first that hits a call is the one that it gets. */
public final class FaultPlan {

  /** A rule at work: how often it has matched and hit. */
  public static final class Active {
    private final FaultRule rule;
    private final String id;
    private final SplittableRandom random;
    private long matches;
    private long hits;

    Active(String id, FaultRule rule) {
      this.id = id;
      this.rule = rule;
      this.random = new SplittableRandom(rule.seed());
    }

    public String id() {
      return id;
    }

    public FaultRule rule() {
      return rule;
    }

    public synchronized long hits() {
      return hits;
    }

    public synchronized boolean isSpent() {
      return rule.times() != null && hits >= rule.times();
    }

    /** Counts a call that matches, and decides whether it is hit. */
    synchronized boolean hitsNow() {
      if (isSpent()) {
        return false;
      }
      matches++;
      boolean isTurn = matches > rule.skip() && (matches - rule.skip() - 1) % rule.every() == 0;
      boolean isDrawn = rule.probability() == null || random.nextDouble() < rule.probability();
      if (isTurn && isDrawn) {
        hits++;
        return true;
      }
      return false;
    }

    synchronized long drawDelay() {
      FaultRule.Delay delay = rule.delay();
      return delay.max() > delay.min()
          ? random.nextLong(delay.min(), delay.max() + 1)
          : delay.min();
    }
  }

  /**
   * A fault that hits one call.
   *
   * @param delayMillis drawn for this call
   */
  public record Hit(FaultRule rule, long delayMillis) {}

  private final AtomicLong counter = new AtomicLong();
  private volatile List<Active> active = List.of();

  /** Returns the rules that are set, spent ones included, in their order. */
  public List<Active> active() {
    return active;
  }

  /** Returns whether no rule is set: then no call has to be looked at. */
  public boolean isEmpty() {
    return active.isEmpty();
  }

  /**
   * Sets one more rule, behind the others; one of the same id is replaced.
   *
   * @throws IllegalArgumentException when the id is that of another organization's rule
   */
  public synchronized Active add(FaultRule rule) {
    String id = rule.id() == null ? nextId() : rule.id();
    boolean isTaken =
        active.stream()
            .anyMatch(
                old ->
                    old.id().equals(id)
                        && !Objects.equals(old.rule().organization(), rule.organization()));
    if (isTaken) {
      throw new IllegalArgumentException(
          "The fault \"" + id + "\" is set for another organization; choose another id.");
    }
    Active added = new Active(id, rule);
    List<Active> next = new ArrayList<>(active);
    next.removeIf(old -> old.id().equals(id));
    next.add(added);
    active = List.copyOf(next);
    return added;
  }

  /** Sets these rules in the place of all others, at one moment; of two of one id the later. */
  public synchronized void replace(List<FaultRule> rules) {
    List<Active> next = new ArrayList<>();
    for (FaultRule rule : rules) {
      String id = rule.id() == null ? nextId() : rule.id();
      next.removeIf(old -> old.id().equals(id));
      next.add(new Active(id, rule));
    }
    active = List.copyOf(next);
  }

  /** Takes a rule away; returns whether it was there. */
  public synchronized boolean remove(String id) {
    List<Active> next = new ArrayList<>(active);
    boolean removed = next.removeIf(old -> old.id().equals(id));
    active = List.copyOf(next);
    return removed;
  }

  /** Takes all rules away, or those of one organization. */
  public synchronized void clear(@Nullable String organization) {
    active =
        organization == null
            ? List.of()
            : active.stream().filter(a -> !organization.equals(a.rule().organization())).toList();
  }

  /**
   * Returns the fault that hits a call.
   *
   * @param names what the call names; asked for only when a rule wants to know
   */
  public Optional<Hit> decide(
      String organization, Route route, String token, Supplier<List<String>> names) {
    for (Active candidate : active) {
      FaultRule rule = candidate.rule();
      boolean matches =
          (rule.organization() == null || rule.organization().equals(organization))
              && (rule.operations() == null || rule.operations().contains(route.operation()))
              && (rule.families() == null || rule.families().contains(route.family()))
              && (rule.token() == null || token.endsWith(rule.token()))
              && (rule.name() == null || rule.matchesName(names.get()));
      if (matches && candidate.hitsNow()) {
        return Optional.of(new Hit(rule, candidate.drawDelay()));
      }
    }
    return Optional.empty();
  }

  private String nextId() {
    return "fault-" + counter.incrementAndGet();
  }
}
