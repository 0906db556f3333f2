package dev.datamart.mock.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last exchanges of one organization, kept whatever happens to the others. */
final class OwnExchanges {

  /** How many are kept: more than most tests make. */
  static final int MOST = 64;

  private final AtomicReferenceArray<Exchange> ring = new AtomicReferenceArray<>(MOST);
  private final AtomicLong count = new AtomicLong();

  void record(Exchange exchange) {
    ring.set((int) (count.getAndIncrement() % MOST), exchange);
  }

  /** Returns how many there were, kept or not. */
  long count() {
    return count.get();
  }

  /** Returns those that are kept, oldest first. */
  List<Exchange> kept() {
    List<Exchange> kept = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      Exchange exchange = ring.get(i);
      if (exchange != null) {
        kept.add(exchange);
      }
    }
    kept.sort(Comparator.comparingLong(Exchange::number));
    return kept;
  }
}
