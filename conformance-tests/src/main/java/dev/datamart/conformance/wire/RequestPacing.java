package dev.datamart.conformance.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** How fast requests may follow one another, and how long an answer may take. */
public final class RequestPacing {
  private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(30);
  private static final int PATIENCE = 200;
  private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(10);

  private static final long WIDEST_GAP_NANOS = 1_000_000_000;

  private final long leastGapNanos;
  private final AtomicLong gapNanos;
  private final AtomicLong next = new AtomicLong(System.nanoTime());
  private final AtomicInteger slowings = new AtomicInteger();
  private final AtomicInteger answersSinceSlowed = new AtomicInteger();
  private volatile long slowedAt = System.nanoTime();
  private volatile long heldUntil = System.nanoTime();
  private final AtomicLong quickest = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong usual = new AtomicLong();
  private final LongAdder paused = new LongAdder();

  private RequestPacing(long gapNanos) {
    this.leastGapNanos = gapNanos;
    this.gapNanos = new AtomicLong(gapNanos);
  }

  /** As fast as the checks go when the limit is 0, else at most so many requests a second. */
  public static RequestPacing atMost(double requestsPerSecond) {
    return new RequestPacing(requestsPerSecond <= 0 ? 0 : (long) (1e9 / requestsPerSecond));
  }

  /** Waits for its turn, but no longer than so; gives the moment at which it came. */
  long await(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    do {
      parkUntil(earlier(turn(), end));
    } while (earlier(heldUntil, end) - System.nanoTime() > 0
        && !Thread.currentThread().isInterrupted());
    return System.nanoTime();
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }

  private long turn() {
    long gap = gapNanos.get();
    long now = System.nanoTime();
    paused.add(gap);
    return gap == 0 ? now : next.getAndUpdate(last -> Math.max(last - now, 0) + now + gap);
  }

  private static void parkUntil(long moment) {
    for (long wait = moment - System.nanoTime();
        wait > 0 && !Thread.currentThread().isInterrupted();
        wait = moment - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
  }

  /**
   * Nobody sends before the server's time is up, and from then on all together go about as fast as
   * it has let them so far, the waiting included.
   *
   * @param sentAt when the refused request had its turn: those that were under way at once are
   *     slowed down once
   */
  synchronized void slowDown(Duration wait, long sentAt) {
    slowings.incrementAndGet();
    long now = System.nanoTime();
    if (sentAt - slowedAt >= 0) {
      long allowed = (now - slowedAt + wait.toNanos()) / Math.max(1, answersSinceSlowed.get());
      gapNanos.updateAndGet(gap -> wider(gap, allowed));
      answersSinceSlowed.set(0);
      slowedAt = now;
      paused.add(wait.toNanos());
    }
    heldUntil = Math.max(heldUntil - now, wait.toNanos()) + now;
    next.set(heldUntil);
  }

  private static long wider(long gap, long allowed) {
    long most = gap == 0 ? WIDEST_GAP_NANOS : Math.min(2 * gap, WIDEST_GAP_NANOS);
    return Math.max(gap, Math.min(allowed, most));
  }

  /** How often the server asked to slow down. */
  public int slowings() {
    return slowings.get();
  }

  void took(Duration answerTime) {
    answersSinceSlowed.incrementAndGet();
    // A server that slowed one moment down is not for ever slow.
    gapNanos.updateAndGet(gap -> Math.max(leastGapNanos, gap - gap / 1024));
    quickest.accumulateAndGet(answerTime.toNanos(), Math::min);
    usual.accumulateAndGet(
        answerTime.toNanos(), (average, one) -> average == 0 ? one : average + (one - average) / 8);
  }

  /**
   * The shortest time of an answer so far: the way there and back, without the server's warming up.
   */
  public Duration quickest() {
    return Duration.ofNanos(quickest.get());
  }

  /** How long an answer takes of late. */
  Duration usual() {
    return Duration.ofNanos(usual.get());
  }

  /** How long all together were held up so far, at the server's wish or at the user's. */
  Duration paused() {
    return Duration.ofNanos(paused.sum());
  }

  /**
   * For the whole answer. Grows with the usual time of one, since a slow server is not a wrong one,
   * and no longer than what the first may take, since some never end.
   */
  Duration deadline() {
    long seen = usual.get();
    if (seen == 0) {
      return LONGEST_DEADLINE;
    }
    Duration scaled = Duration.ofNanos(seen * PATIENCE);
    if (scaled.compareTo(SHORTEST_DEADLINE) < 0) {
      return SHORTEST_DEADLINE;
    }
    return scaled.compareTo(LONGEST_DEADLINE) > 0 ? LONGEST_DEADLINE : scaled;
  }
}
