package dev.datamart.conformance.wire;

import dev.datamart.spec.Operation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much time answers that never come may cost. An operation that has used up its share is not
 * asked any more; when all together have used up theirs, nothing is waited for long.
 */
final class Patience {
  private static final Duration WITH_ONE = Duration.ofSeconds(20);
  private static final Duration WITH_ALL = Duration.ofSeconds(40);
  private static final Duration WHEN_SHORT = Duration.ofSeconds(3);

  private record Lost(int times, long nanos) {
    Lost plus(Lost more) {
      return new Lost(times + more.times, nanos + more.nanos);
    }
  }

  private final Map<Operation, Lost> lost = new EnumMap<>(Operation.class);
  private long total;
  private long countedUntil = System.nanoTime();

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

  /** No answer came to what was sent at that moment; who waits side by side loses time once. */
  synchronized void lose(Operation operation, long sentAt) {
    long now = System.nanoTime();
    long since = countedUntil - sentAt > 0 ? countedUntil : sentAt;
    countedUntil = now;
    total += now - since;
    lost.merge(operation, new Lost(1, now - since), Lost::plus);
  }
}
