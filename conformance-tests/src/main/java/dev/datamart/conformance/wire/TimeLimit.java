package dev.datamart.conformance.wire;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a run may take: as long as was said or, where nothing was, many times what a right
 * server needs that answers as quickly, asks for as many pauses and leaves this machine as busy.
 */
public final class TimeLimit {
  private static final Duration OF_A_NEAR_SERVER = Duration.ofMinutes(1);
  private static final Duration NEAR = Duration.ofMillis(20);
  private static final double MOST_TIMES = 10;
  private static final Duration TO_CLEAN_UP = Duration.ofSeconds(10);

  private final @Nullable Duration told;
  private final LongSupplier clock;
  private final DoubleSupplier load;
  private final long began;

  /**
   * @param load how many things each processor of this machine has to do at once
   */
  TimeLimit(@Nullable Duration told, LongSupplier clock, DoubleSupplier load) {
    this.told = told;
    this.clock = clock;
    this.load = load;
    this.began = clock.getAsLong();
  }

  /** Begins now. */
  public static TimeLimit of(@Nullable Duration told) {
    return new TimeLimit(told, System::nanoTime, TimeLimit::ofThisMachine);
  }

  /** Negative where the system does not tell. */
  private static double ofThisMachine() {
    double all = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return all / Runtime.getRuntime().availableProcessors();
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
    double far = Math.max(1, (double) pace.usual().toNanos() / NEAR.toNanos());
    double times = Math.min(far * Math.max(1, load.getAsDouble()), MOST_TIMES);
    return Duration.ofNanos((long) (OF_A_NEAR_SERVER.toNanos() * times)).plus(pace.paused());
  }
}
