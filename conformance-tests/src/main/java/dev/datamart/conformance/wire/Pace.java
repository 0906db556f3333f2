package dev.datamart.conformance.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** How fast requests may follow one another, and how long an answer may take. */
public final class Pace {
  private static final Duration FIRST_DEADLINE = Duration.ofSeconds(30);
  private static final int PATIENCE = 200;
  private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(10);

  private final long gapNanos;
  private final AtomicLong next = new AtomicLong(System.nanoTime());
  private final AtomicLong quickest = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong usual = new AtomicLong();

  private Pace(long gapNanos) {
    this.gapNanos = gapNanos;
  }

  /** As fast as the checks go when the limit is 0, else at most so many requests a second. */
  public static Pace atMost(double requestsPerSecond) {
    return new Pace(requestsPerSecond <= 0 ? 0 : (long) (1e9 / requestsPerSecond));
  }

  void await() {
    if (gapNanos == 0) {
      return;
    }
    long now = System.nanoTime();
    long mine = next.getAndUpdate(last -> Math.max(last, now) + gapNanos);
    for (long wait = mine - now; wait > 0; wait = mine - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
  }

  void took(Duration answerTime) {
    quickest.accumulateAndGet(answerTime.toNanos(), Math::min);
    usual.accumulateAndGet(
        answerTime.toNanos(), (average, one) -> average == 0 ? one : average + (one - average) / 8);
  }

  /** The way there and back, without the server's warming up. */
  Duration quickest() {
    return Duration.ofNanos(quickest.get());
  }

  /** Grows with the usual time of an answer, since a slow server is not a wrong one. */
  Duration deadline() {
    long seen = usual.get();
    if (seen == 0) {
      return FIRST_DEADLINE;
    }
    Duration scaled = Duration.ofNanos(seen * PATIENCE);
    return scaled.compareTo(SHORTEST_DEADLINE) < 0 ? SHORTEST_DEADLINE : scaled;
  }
}
