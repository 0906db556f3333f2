package dev.datamart.mock.fault;

import static java.util.Objects.requireNonNullElse;

import dev.datamart.mock.operation.Routes.Route;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The faults that are set, in their order; the first that hits a call is the one that it gets. */
public final class FaultPlan {

  /** A rule at work: how often it has matched and hit. */
  public static final class Active {
    /** In the order in which rules were set. */
    private final long place;

    private final FaultRule rule;
    private final String id;
    private final SplittableRandom random;
    private long matches;
    private long hits;

    Active(long place, String id, FaultRule rule) {
      this.place = place;
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

    /** Returns whose calls it hits. */
    String scope() {
      return requireNonNullElse(rule.organization(), EVERYWHERE);
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

  /**
   * The rules at one moment.
   *
   * @param inOrder all of them
   * @param byOrganization by the organization that they hit, so that the rules of one cost the
   *     calls of another nothing
   */
  private record Plan(List<Active> inOrder, Map<String, List<Active>> byOrganization) {
    static Plan of(Stream<Active> rules) {
      List<Active> inOrder = rules.toList();
      return new Plan(inOrder, inOrder.stream().collect(Collectors.groupingBy(Active::scope)));
    }

    List<Active> of(String scope) {
      return byOrganization.getOrDefault(scope, List.of());
    }

    Stream<Active> without(@Nullable String id) {
      return inOrder.stream().filter(rule -> !rule.id().equals(id));
    }
  }

  /** Stands for every organization. */
  private static final String EVERYWHERE = "";

  private volatile Plan plan = Plan.of(Stream.empty());
  private long placed;
  private long named;

  /**
   * Returns the rules that are set, spent ones included, in their order.
   *
   * @param organization only those that are set for it alone; null for all
   */
  public List<Active> active(@Nullable String organization) {
    return organization == null ? plan.inOrder() : plan.of(organization);
  }

  /** Returns whether no rule is set: then no call has to be looked at. */
  public boolean isEmpty() {
    return plan.inOrder().isEmpty();
  }

  /**
   * Sets one more rule, behind the others; one of the same id is replaced.
   *
   * @throws IllegalArgumentException when the id is that of another organization's rule
   */
  public synchronized Active add(FaultRule rule) {
    Active added = activated(rule);
    for (Active old : plan.inOrder()) {
      if (old.id().equals(rule.id()) && !old.scope().equals(added.scope())) {
        throw new IllegalArgumentException(
            "The fault \"" + rule.id() + "\" is set for another organization; choose another id.");
      }
    }
    plan = Plan.of(Stream.concat(plan.without(rule.id()), Stream.of(added)));
    return added;
  }

  /** Sets these rules in the place of all others, at one moment; of two of one id the later. */
  public synchronized void replace(List<FaultRule> rules) {
    Map<String, Active> byId = new LinkedHashMap<>();
    for (FaultRule rule : rules) {
      Active added = activated(rule);
      byId.remove(added.id());
      byId.put(added.id(), added);
    }
    plan = Plan.of(byId.values().stream());
  }

  private Active activated(FaultRule rule) {
    return new Active(++placed, rule.id() == null ? "fault-" + ++named : rule.id(), rule);
  }

  /** Takes a rule away; returns whether it was there. */
  public synchronized boolean remove(String id) {
    Plan before = plan;
    plan = Plan.of(before.without(id));
    return plan.inOrder().size() < before.inOrder().size();
  }

  /** Takes all rules away, or those of one organization. */
  public synchronized void clear(@Nullable String organization) {
    if (organization == null) {
      plan = Plan.of(Stream.empty());
    } else if (!plan.of(organization).isEmpty()) {
      plan = Plan.of(plan.inOrder().stream().filter(rule -> !rule.scope().equals(organization)));
    }
  }

  /**
   * Returns the fault that hits a call; null when none does.
   *
   * @param names what the call names; asked for only when a rule wants to know
   */
  public @Nullable Hit decide(
      String organization, Route route, String token, Supplier<List<String>> names) {
    for (Active candidate : rulesFor(organization)) {
      if (candidate.rule().matches(route, token, names) && candidate.hitsNow()) {
        return new Hit(candidate.rule(), candidate.drawDelay());
      }
    }
    return null;
  }

  private List<Active> rulesFor(String organization) {
    Plan now = plan;
    List<Active> own = now.of(organization);
    List<Active> everywhere = now.of(EVERYWHERE);
    if (own.isEmpty() || everywhere.isEmpty()) {
      return own.isEmpty() ? everywhere : own;
    }
    return Stream.concat(own.stream(), everywhere.stream())
        .sorted(Comparator.comparingLong(active -> active.place))
        .toList();
  }
}
