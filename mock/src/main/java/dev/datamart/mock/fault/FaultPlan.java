package dev.datamart.mock.fault;

import dev.datamart.mock.operation.Routes.Route;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The faults that are set, in their order; the first that hits a call is the one that it gets. */
public final class FaultPlan {

  /** A rule at work: how often it has matched and hit. */
  public static final class Active {
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

    /** Returns its place in the order in which rules were set. */
    long place() {
      return place;
    }

    /** Returns whose calls it hits. */
    String scope() {
      return rule.organization() == null ? EVERYWHERE : rule.organization();
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

  /** Stands for every organization where rules are kept by the organization that they hit. */
  private static final String EVERYWHERE = "";

  private final Map<String, Active> byId = new HashMap<>();
  private long placed;
  private long named;

  /**
   * In their order, by the organization that they hit, so that the rules of one cost the calls of
   * another nothing. Lists are replaced, never changed.
   */
  private volatile ConcurrentMap<String, List<Active>> byOrganization = new ConcurrentHashMap<>();

  /** Returns the rules that are set, spent ones included, in their order. */
  public List<Active> active() {
    return byOrganization.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Active::place))
        .toList();
  }

  /** Returns the rules that are set for one organization alone, in their order. */
  public List<Active> active(String organization) {
    return byOrganization.getOrDefault(organization, List.of());
  }

  /** Returns whether no rule is set: then no call has to be looked at. */
  public boolean isEmpty() {
    return byOrganization.isEmpty();
  }

  /**
   * Sets one more rule, behind the others; one of the same id is replaced.
   *
   * @throws IllegalArgumentException when the id is that of another organization's rule
   */
  public synchronized Active add(FaultRule rule) {
    Active old = rule.id() == null ? null : byId.get(rule.id());
    if (old != null && !Objects.equals(old.rule().organization(), rule.organization())) {
      throw new IllegalArgumentException(
          "The fault \"" + rule.id() + "\" is set for another organization; choose another id.");
    }
    return put(byOrganization, rule);
  }

  /** Sets these rules in the place of all others, at one moment; of two of one id the later. */
  public synchronized void replace(List<FaultRule> rules) {
    byId.clear();
    ConcurrentMap<String, List<Active>> next = new ConcurrentHashMap<>();
    rules.forEach(rule -> put(next, rule));
    byOrganization = next;
  }

  /** Takes a rule away; returns whether it was there. */
  public synchronized boolean remove(String id) {
    return take(byOrganization, id);
  }

  /** Takes all rules away, or those of one organization. */
  public synchronized void clear(@Nullable String organization) {
    if (organization == null) {
      replace(List.of());
    } else {
      active(organization).forEach(gone -> byId.remove(gone.id()));
      byOrganization.remove(organization);
    }
  }

  private Active put(ConcurrentMap<String, List<Active>> rules, FaultRule rule) {
    String id = rule.id() == null ? "fault-" + ++named : rule.id();
    take(rules, id);
    Active added = new Active(++placed, id, rule);
    byId.put(id, added);
    rules.merge(
        added.scope(),
        List.of(added),
        (there, one) -> Stream.concat(there.stream(), one.stream()).toList());
    return added;
  }

  private boolean take(ConcurrentMap<String, List<Active>> rules, String id) {
    Active old = byId.remove(id);
    if (old == null) {
      return false;
    }
    rules.computeIfPresent(
        old.scope(),
        (name, there) -> {
          List<Active> left = there.stream().filter(other -> other != old).toList();
          return left.isEmpty() ? null : left;
        });
    return true;
  }

  /**
   * Returns the fault that hits a call.
   *
   * @param names what the call names; asked for only when a rule wants to know
   */
  public Optional<Hit> decide(
      String organization, Route route, String token, Supplier<List<String>> names) {
    for (Active candidate : rulesFor(organization)) {
      if (candidate.rule().matches(route, token, names) && candidate.hitsNow()) {
        return Optional.of(new Hit(candidate.rule(), candidate.drawDelay()));
      }
    }
    return Optional.empty();
  }

  private List<Active> rulesFor(String organization) {
    ConcurrentMap<String, List<Active>> rules = byOrganization;
    List<Active> own = rules.getOrDefault(organization, List.of());
    List<Active> everywhere = rules.getOrDefault(EVERYWHERE, List.of());
    if (own.isEmpty() || everywhere.isEmpty()) {
      return own.isEmpty() ? everywhere : own;
    }
    return Stream.concat(own.stream(), everywhere.stream())
        .sorted(Comparator.comparingLong(Active::place))
        .toList();
  }
}
