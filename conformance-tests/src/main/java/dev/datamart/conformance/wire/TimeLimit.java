package dev.datamart.conformance.wire;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a run may take: as long as was said or, where nothing was, many times what a right
 * server needs that answers as quickly and asks for as many pauses as this one.
 */
public final class TimeLimit {
  private static final Duration OF_A_NEAR_SERVER = Duration.ofMinutes(1);
  private static final Duration NEAR = Duration.ofMillis(20);
  private static final int FARTHEST = 10;
  private static final Duration TO_CLEAN_UP = Duration.ofSeconds(10);

  private final @Nullable Duration told;
  private final LongSupplier clock;
  private final long began;

  TimeLimit(@Nullable Duration told, LongSupplier clock) {
    this.told = told;
    this.clock = clock;
    this.began = clock.getAsLong();
  }

  /** Begins now. */
  public static TimeLimit of(@Nullable Duration told) {
    return new TimeLimit(told, System::nanoTime);
  }

  /** What is left for asking; nothing or less when the time is up. */
  Duration left(RequestPacing pace) {
    return total(pace).minusNanos(clock.getAsLong() - began);
  }

  /** What is left for removing what was made, which has to go also when the time is up. */
  Duration leftToCleanUp(RequestPacing pace) {
    Duration share = total(pace).dividedBy(4);
    return left(pace).plus(share.compareTo(TO_CLEAN_UP) < 0 ? TO_CLEAN_UP : share);
  }

  private Duration total(RequestPacing pace) {
    if (told != null) {
      return told;
    }
    double far = (double) pace.usual().toNanos() / NEAR.toNanos();
    double times = Math.max(1, Math.min(far, FARTHEST));
    return Duration.ofNanos((long) (OF_A_NEAR_SERVER.toNanos() * times)).plus(pace.paused());
  }
}
