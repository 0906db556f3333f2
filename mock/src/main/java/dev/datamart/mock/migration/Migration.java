package dev.datamart.mock.migration;

import dev.datamart.mock.memory.ByteBudget;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How deprecated paths answer, for the whole server or one organization, and who calls them. */
public final class Migration {

  /** More callers than this are counted as one. */
  private static final int MOST_CALLERS = 1_000;

  private static final int MOST_AGENT_CHARS = 200;
  private static final int MOST_CALL_BYTES = 16 * 1024;

  /** Who still calls what. */
  public record Caller(
      String organizationId, Operation operation, Family family, String userAgent) {}

  /**
   * How often and when.
   *
   * @param dataApp the data app whose key the last call showed; null with a service token
   * @param query the query string of the last call; empty when there was none
   * @param body the body of the last call
   */
  public record Use(long count, Instant last, @Nullable String dataApp, String query, byte[] body) {
    private long bytes() {
      return 2L * query.length() + body.length;
    }
  }

  /** One line of the report. */
  public record Line(Caller caller, Use use) {}

  private static final Use NONE = new Use(0, Instant.EPOCH, null, "", new byte[0]);

  /** What may be kept of calls to be shown, as one part of the heap. */
  private static final int SHOWN_PARTS = 128;

  private final ByteBudget shownBytes = ByteBudget.ofHeap(SHOWN_PARTS);
  private final Map<String, Rehearsal> byOrganization = new ConcurrentHashMap<>();
  private final Map<Caller, Use> uses = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> turns = new ConcurrentHashMap<>();
  private volatile Rehearsal everywhere;

  public Migration(Rehearsal everywhere) {
    this.everywhere = everywhere;
  }

  /** Returns how an organization's deprecated paths answer. */
  public Rehearsal of(@Nullable String organizationId) {
    return organizationId == null || byOrganization.isEmpty()
        ? everywhere
        : byOrganization.getOrDefault(organizationId, everywhere);
  }

  /** Sets how they answer for one organization, or for all that have no setting of their own. */
  public Rehearsal set(@Nullable String organizationId, Rehearsal rehearsal) {
    if (organizationId == null) {
      everywhere = rehearsal;
      turns.clear();
    } else {
      byOrganization.put(organizationId, rehearsal);
      turns.remove(organizationId);
    }
    return rehearsal;
  }

  /** Takes the setting of one organization back, and returns the one that all have. */
  public Rehearsal reset(String organizationId) {
    byOrganization.remove(organizationId);
    turns.remove(organizationId);
    return everywhere;
  }

  /** Forgets an organization's own setting and what was counted of it. */
  public void forget(String organizationId) {
    reset(organizationId);
    for (Caller caller : List.copyOf(uses.keySet())) {
      Use gone = caller.organizationId().equals(organizationId) ? uses.remove(caller) : null;
      shownBytes.add(gone == null ? 0 : -gone.bytes());
    }
  }

  /** Counts a call of a deprecated path. */
  public void count(
      String organizationId,
      Route route,
      @Nullable String userAgent,
      Instant now,
      @Nullable String dataApp,
      String query,
      byte[] body) {
    Caller caller = new Caller(organizationId, route.operation(), route.family(), agent(userAgent));
    if (uses.size() >= MOST_CALLERS && !uses.containsKey(caller)) {
      caller = new Caller(organizationId, route.operation(), route.family(), "(others)");
    }
    // A call that is too long to be shown is counted, and an earlier one is shown for it.
    boolean isLong = query.length() + body.length > MOST_CALL_BYTES || shownBytes.isExceeded();
    uses.compute(
        caller,
        (same, old) -> {
          Use before = old == null ? NONE : old;
          Use shown = isLong ? before : new Use(1, now, dataApp, query, body);
          shownBytes.add(shown.bytes() - before.bytes());
          return new Use(before.count() + 1, now, shown.dataApp(), shown.query(), shown.body());
        });
  }

  private static String agent(@Nullable String userAgent) {
    return userAgent == null
        ? "(none)"
        : userAgent.substring(0, Math.min(userAgent.length(), MOST_AGENT_CHARS));
  }

  /** Returns whether it is this call's turn to fail, by the count of its own organization. */
  public boolean failsNow(String organizationId, Rehearsal rehearsal) {
    return rehearsal.stage() == Stage.FAIL_EVERY
        && turns.computeIfAbsent(organizationId, id -> new AtomicLong()).incrementAndGet()
                % rehearsal.every()
            == 0;
  }

  /** Returns who called which deprecated path, the most frequent first. */
  public List<Line> report() {
    return uses.entrySet().stream()
        .map(entry -> new Line(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong((Line line) -> line.use().count()).reversed())
        .toList();
  }
}
