package dev.datamart.conformance.wire;

import dev.datamart.spec.Operation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How much time answers that never come may cost. An operation that has used up its share is not
 * asked any more; when all together have used up theirs, nothing is waited for long.
 */
final class Patience {
  private static final Duration WITH_ONE = Duration.ofSeconds(20);
  private static final Duration WITH_ALL = Duration.ofSeconds(40);
  private static final Duration WHEN_SHORT = Duration.ofSeconds(3);
  private static final int IN_A_ROW = 16;

  private record Lost(int times, long nanos) {
    Lost plus(Lost more) {
      return new Lost(times + more.times, nanos + more.nanos);
    }
  }

  private final Map<Operation, Lost> lost = new EnumMap<>(Operation.class);
  private long total;
  private int inARow;
  private final LongSupplier clock;
  private long countedUntil;

  Patience(LongSupplier clock) {
    this.clock = clock;
    this.countedUntil = clock.getAsLong();
  }

  synchronized Duration atMost(Duration usual) {
    return isShort() && usual.compareTo(WHEN_SHORT) > 0 ? WHEN_SHORT : usual;
  }

  /** A single silence may be an accident as long as there is time. */
  synchronized boolean isOver(Operation operation) {
    Lost so = lost.getOrDefault(operation, new Lost(0, 0));
    return isShort() ? so.times > 0 : so.times > 1 && so.nanos > WITH_ONE.toNanos();
  }

  private boolean isShort() {
    return total > WITH_ALL.toNanos();
  }

  synchronized void gotAnswer() {
    inARow = 0;
  }

  /** Whether so many requests in a row got no answer that none will; a burst alone has ten. */
  synchronized boolean isOver() {
    return inARow >= IN_A_ROW;
  }

  /** No answer came to what was sent at that moment; who waits side by side loses time once. */
  synchronized void lose(Operation operation, long sentAt) {
    long now = clock.getAsLong();
    long since = countedUntil - sentAt > 0 ? countedUntil : sentAt;
    countedUntil = now;
    total += now - since;
    inARow++;
    lost.merge(operation, new Lost(1, now - since), Lost::plus);
  }
}
