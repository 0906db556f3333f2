package dev.datamart.mock.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The last exchanges of a server, in a ring: recording takes no lock and the oldest go first. A few
 * of each organization are kept besides, so that a busy neighbour does not push them out.
 */
public final class Journal {

  /** What is kept of a body. */
  public static final int MOST_BODY_BYTES = 16 * 1024;

  private final AtomicReferenceArray<Exchange> ring;
  private final AtomicLong last = new AtomicLong();
  private final Map<String, OwnExchanges> byOrganization = new ConcurrentHashMap<>();
  private final boolean isOn;
  private volatile long clearedUpTo;

  /** Makes a journal that keeps that many exchanges; 0 keeps none. */
  public Journal(int size) {
    ring = new AtomicReferenceArray<>(Math.max(size, 1));
    isOn = size > 0;
  }

  /** Returns whether anything is kept at all. */
  public boolean isOn() {
    return isOn;
  }

  /** Keeps the exchange that the function makes of its number. */
  public void record(LongFunction<Exchange> exchange) {
    long number = last.incrementAndGet();
    Exchange made = exchange.apply(number);
    ring.set((int) (number % ring.length()), made);
    OwnExchanges own = own(made.organizationId());
    if (own != null) {
      own.record(made);
    }
  }

  private @Nullable OwnExchanges own(@Nullable String organizationId) {
    return organizationId == null ? null : byOrganization.get(organizationId);
  }

  /** Begins to keep exchanges for an organization. */
  public void open(String organizationId) {
    if (isOn) {
      byOrganization.put(organizationId, new OwnExchanges());
    }
  }

  /** Counts an exchange that is not kept. */
  public void pass() {
    last.incrementAndGet();
  }

  /** Lets go of what was kept of an organization: its states, and its tokens, which are dead. */
  public void forget(String organizationId) {
    clear(organizationId);
    byOrganization.remove(organizationId);
  }

  /** Returns the exchanges that are wanted, oldest first, at most so many of the newest. */
  public List<Exchange> find(ExchangeFilter wanted, int limit) {
    OwnExchanges own = own(wanted.organization());
    if (own == null) {
      return find((Predicate<Exchange>) wanted, limit);
    }
    List<Exchange> found = new ArrayList<>();
    boolean hasAll = own.count() <= OwnExchanges.MOST;
    long oldest = hasAll ? Long.MAX_VALUE : oldest();
    own.kept().stream().filter(e -> e.number() <= oldest && wanted.test(e)).forEach(found::add);
    if (!hasAll) {
      found.addAll(find((Predicate<Exchange>) wanted, limit));
    }
    return found.subList(Math.max(0, found.size() - limit), found.size());
  }

  /** Tells whether as many of these exchanges happened as must have. */
  public CallCount.Verdict verify(ExchangeFilter meant, CallCount wanted) {
    return wanted.verified(find(meant, Integer.MAX_VALUE), lost(meant));
  }

  /** Returns how many exchanges that may be meant were recorded and are no longer kept. */
  private long lost(ExchangeFilter meant) {
    long oldest = oldest();
    if (meant.after() != null && meant.after() >= oldest) {
      return 0;
    }
    String organization = meant.organization();
    OwnExchanges own = own(organization);
    if (organization == null || own == null) {
      return oldest - clearedUpTo;
    }
    ExchangeFilter all = ExchangeFilter.ALL.withOrganization(organization);
    return own.count() - find(all, Integer.MAX_VALUE).size();
  }

  /** Returns the number of the newest exchange that the ring has no longer. */
  private long oldest() {
    return Math.max(clearedUpTo, last.get() - ring.length());
  }

  /** Returns the exchanges that are wanted, oldest first, at most so many of the newest. */
  public List<Exchange> find(Predicate<Exchange> wanted, int limit) {
    List<Exchange> found = new ArrayList<>();
    long oldest = oldest();
    for (long number = last.get(); number > oldest && found.size() < limit; number--) {
      Exchange exchange = ring.get((int) (number % ring.length()));
      if (exchange != null && exchange.number() == number && wanted.test(exchange)) {
        found.add(exchange);
      }
    }
    Collections.reverse(found);
    return found;
  }

  /** Returns the exchange of that number, while it is kept. */
  public Optional<Exchange> find(long number) {
    return find(exchange -> exchange.number() == number, 1).stream().findFirst();
  }

  /** Returns how many were recorded since the start, kept or not. */
  public long count() {
    return last.get();
  }

  public void clear(String organizationId) {
    byOrganization.computeIfPresent(organizationId, (id, own) -> new OwnExchanges());
    for (int i = 0; i < ring.length(); i++) {
      Exchange exchange = ring.get(i);
      if (exchange != null && organizationId.equals(exchange.organizationId())) {
        ring.compareAndSet(i, exchange, null);
      }
    }
  }

  /** Forgets everything; numbers go on. */
  public void clear() {
    clearedUpTo = last.get();
    byOrganization.replaceAll((id, own) -> new OwnExchanges());
    for (int i = 0; i < ring.length(); i++) {
      ring.set(i, null);
    }
  }

  /** The last exchanges of one organization, kept whatever happens to the others. */
  private static final class OwnExchanges {

    /** How many are kept: more than most tests make. */
    static final int MOST = 64;

    private final AtomicReferenceArray<Exchange> ring = new AtomicReferenceArray<>(MOST);
    private final AtomicLong count = new AtomicLong();

    void record(Exchange exchange) {
      ring.set((int) (count.getAndIncrement() % MOST), exchange);
    }

    long count() {
      return count.get();
    }

    /** Returns those that are kept, oldest first. */
    List<Exchange> kept() {
      return IntStream.range(0, MOST)
          .mapToObj(ring::get)
          .filter(Objects::nonNull)
          .sorted(Comparator.comparingLong(Exchange::number))
          .toList();
    }
  }
}
