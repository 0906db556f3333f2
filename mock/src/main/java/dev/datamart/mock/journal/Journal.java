package dev.datamart.mock.journal;

import dev.datamart.mock.memory.ByteBudget;
import dev.datamart.mock.memory.FairBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last exchanges of a server, in a log for each organization, so that recording waits for
 * nobody but the same organization. The oldest go first: by their number, and by the bytes that
 * they take. A few of each organization are kept longer, so that a busy neighbour does not push
 * them out.
 */
public final class Journal {

  /** What is kept of a body. */
  public static final int MOST_BODY_BYTES = 16 * 1024;

  /** What may be kept, as one part of the heap. */
  private static final int HEAP_PARTS = 12;

  /** What an exchange may take, as one part of all that may be kept. */
  private static final int EXCHANGE_PARTS = 16;

  private final FairBudget budget;
  private final AtomicLong last = new AtomicLong();
  private final Map<String, ExchangeLog> byOrganization = new ConcurrentHashMap<>();
  private final int size;
  private volatile ExchangeLog nobodys;
  private volatile long clearedUpTo;

  /** Makes a journal that keeps that many exchanges; 0 keeps none. */
  public Journal(int size) {
    this(size, ByteBudget.ofHeap(HEAP_PARTS));
  }

  Journal(int size, ByteBudget bytes) {
    this.size = size;
    budget = new FairBudget(bytes);
    nobodys = new ExchangeLog(budget);
  }

  /** Returns whether anything is kept at all. */
  public boolean isOn() {
    return size > 0;
  }

  /** Returns how many bytes are kept, and how many may be. */
  public FairBudget budget() {
    return budget;
  }

  /** Returns how many bytes one exchange may take. */
  public long mostExchangeBytes() {
    return budget.most() / EXCHANGE_PARTS;
  }

  /**
   * Keeps the exchange that the function makes of its number.
   *
   * @param organizationId whose it is; null when it is nobody's
   * @param exchange returns null for one whose organization is gone
   */
  public void record(@Nullable String organizationId, LongFunction<@Nullable Exchange> exchange) {
    long number = last.incrementAndGet();
    // The log first: one that was opened for another of the same identifier is not its log.
    ExchangeLog log = log(organizationId);
    Exchange made = exchange.apply(number);
    if (made != null) {
      log.add(made, number - size);
      budget.settle();
    }
  }

  private ExchangeLog log(@Nullable String organizationId) {
    ExchangeLog own = organizationId == null ? null : byOrganization.get(organizationId);
    return own == null ? nobodys : own;
  }

  /** Begins to keep exchanges for an organization. */
  public void open(String organizationId) {
    if (isOn()) {
      byOrganization.put(organizationId, new ExchangeLog(budget));
    }
  }

  /** Counts an exchange that is not kept. */
  public void pass() {
    last.incrementAndGet();
  }

  /** Lets go of what was kept of an organization. */
  public void forget(String organizationId) {
    ExchangeLog log = byOrganization.remove(organizationId);
    if (log != null) {
      log.close();
    }
  }

  /** Returns the exchanges that are wanted, oldest first, at most so many of the newest. */
  public List<Exchange> find(ExchangeFilter wanted, int limit) {
    return newest(views(wanted), wanted, limit);
  }

  /** Returns the exchange of that number, while it is kept. */
  public Optional<Exchange> find(long number) {
    return newest(views(ExchangeFilter.ALL), e -> e.number() == number, 1).stream().findFirst();
  }

  /** Tells whether as many of these exchanges happened as must have. */
  public CallCount.Verdict verify(ExchangeFilter meant, CallCount wanted) {
    List<ExchangeLog.View> views = views(meant);
    // What was lost before those that are meant is not missed.
    long after = meant.after() == null ? 0 : meant.after();
    long lost = 0;
    for (ExchangeLog.View view : views) {
      lost += view.lostUpTo() > after ? view.lost() : 0;
    }
    return wanted.verified(newest(views, meant, Integer.MAX_VALUE), lost);
  }

  /** Returns what can be seen of the logs in which wanted exchanges can be. */
  private List<ExchangeLog.View> views(ExchangeFilter wanted) {
    long oldest = Math.max(clearedUpTo, last.get() - size);
    String id = wanted.organization();
    ExchangeLog own = id == null ? null : byOrganization.get(id);
    if (own != null) {
      return List.of(own.view(oldest, ExchangeLog.MOST_OWN));
    }
    return Stream.concat(byOrganization.values().stream(), Stream.of(nobodys))
        .map(log -> log.view(oldest, 0))
        .toList();
  }

  private static List<Exchange> newest(
      List<ExchangeLog.View> views, Predicate<Exchange> wanted, int limit) {
    List<Exchange> found =
        new ArrayList<>(
            views.stream()
                .flatMap(view -> view.exchanges().stream())
                .sorted(Comparator.comparingLong(Exchange::number).reversed())
                .filter(wanted)
                .limit(limit)
                .toList());
    Collections.reverse(found);
    return found;
  }

  /** Returns how many were recorded since the start, kept or not. */
  public long count() {
    return last.get();
  }

  public void clear(String organizationId) {
    byOrganization.computeIfPresent(
        organizationId,
        (id, old) -> {
          old.close();
          return new ExchangeLog(budget);
        });
  }

  /** Forgets everything; numbers go on. */
  public void clear() {
    clearedUpTo = last.get();
    byOrganization.keySet().forEach(this::clear);
    ExchangeLog old = nobodys;
    nobodys = new ExchangeLog(budget);
    old.close();
  }
}
