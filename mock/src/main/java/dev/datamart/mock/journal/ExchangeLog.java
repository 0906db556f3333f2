package dev.datamart.mock.journal;

import dev.datamart.mock.memory.FairBudget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The exchanges of one organization that are kept, or of nobody; the oldest go first. */
final class ExchangeLog {

  /** How many are kept whatever happens to the others: more than most tests make. */
  static final int MOST_OWN = 64;

  private final Deque<Exchange> kept = new ArrayDeque<>();
  private final FairBudget.Share share;
  private long count;
  private long lostUpTo;
  private boolean isClosed;

  ExchangeLog(FairBudget budget) {
    share = budget.open(this::shrink);
  }

  /**
   * Keeps an exchange.
   *
   * @param oldest the newest number that is too old to be kept, but for the last few
   */
  synchronized void add(Exchange exchange, long oldest) {
    if (isClosed) {
      return;
    }
    count++;
    kept.add(exchange);
    share.add(exchange.bytes());
    while (kept.size() > MOST_OWN && kept.getFirst().number() <= oldest) {
      dropFirst();
    }
  }

  private void dropFirst() {
    Exchange first = kept.removeFirst();
    share.add(-first.bytes());
    lostUpTo = Math.max(lostUpTo, first.number());
  }

  private synchronized void shrink(long bytes) {
    while (!kept.isEmpty() && share.used() > bytes) {
      dropFirst();
    }
  }

  /** Lets go of everything, and takes nothing any more. */
  synchronized void close() {
    isClosed = true;
    kept.clear();
    share.close();
  }

  /**
   * What can be seen of a log.
   *
   * @param exchanges oldest first
   * @param lost how many were recorded and cannot be seen any more
   * @param lostUpTo the number of the newest of those; 0 when there is none
   */
  record View(List<Exchange> exchanges, long lost, long lostUpTo) {}

  /**
   * Returns what can be seen.
   *
   * @param oldest the newest number that is too old to be seen
   * @param least how many are seen, however old they are
   */
  synchronized View view(long oldest, int least) {
    List<Exchange> seen = new ArrayList<>(kept);
    // Simultaneous exchanges may have come in another order.
    seen.sort(Comparator.comparingLong(Exchange::number));
    int old = 0;
    while (old < seen.size() - least && seen.get(old).number() <= oldest) {
      old++;
    }
    long upTo = old == 0 ? lostUpTo : Math.max(lostUpTo, seen.get(old - 1).number());
    List<Exchange> visible = seen.subList(old, seen.size());
    return new View(visible, count - visible.size(), upTo);
  }
}
