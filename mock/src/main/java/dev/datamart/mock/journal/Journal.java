package dev.datamart.mock.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The last exchanges of a server, in a ring: recording takes no lock and the oldest go first. */
public final class Journal {

  /** What is kept of a body. */
  public static final int MOST_BODY_BYTES = 16 * 1024;

  private final AtomicReferenceArray<Exchange> ring;
  private final AtomicLong last = new AtomicLong();
  private volatile long clearedUpTo;

  /** Makes a journal that keeps that many exchanges; 0 keeps none. */
  public Journal(int size) {
    ring = new AtomicReferenceArray<>(Math.max(size, 1));
    isOn = size > 0;
  }

  private final boolean isOn;

  /** Returns whether anything is kept at all. */
  public boolean isOn() {
    return isOn;
  }

  /** Keeps the exchange that the function makes of its number. */
  public void record(LongFunction<Exchange> exchange) {
    long number = last.incrementAndGet();
    ring.set((int) (number % ring.length()), exchange.apply(number));
  }

  /** Returns the exchanges that are wanted, oldest first, at most so many of the newest. */
  public List<Exchange> find(Predicate<Exchange> wanted, int limit) {
    List<Exchange> found = new ArrayList<>();
    long newest = last.get();
    long oldest = Math.max(clearedUpTo, newest - ring.length());
    for (long number = newest; number > oldest && found.size() < limit; number--) {
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

  /** Forgets everything; numbers go on. */
  public void clear() {
    clearedUpTo = last.get();
    for (int i = 0; i < ring.length(); i++) {
      ring.set(i, null);
    }
  }
}
