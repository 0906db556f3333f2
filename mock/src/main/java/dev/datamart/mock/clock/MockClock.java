package dev.datamart.mock.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A clock that runs with another until it is moved or stopped. Ticks in milliseconds. */
public final class MockClock implements InstantSource {

  /** Either stopped at an instant, or the other clock's time and so much more. */
  private record Setting(@Nullable Instant stoppedAt, Duration ahead) {}

  /** From the year 1 to the year 9999. */
  public static final long FARTHEST_SECONDS = 315_537_897_599L;

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Duration FARTHEST = Duration.ofSeconds(FARTHEST_SECONDS);

  private final InstantSource other;
  private volatile Setting setting = new Setting(null, Duration.ZERO);

  public MockClock(InstantSource other) {
    this.other = other;
  }

  @Override
  public Instant instant() {
    Setting now = setting;
    Instant time = now.stoppedAt() != null ? now.stoppedAt() : other.instant().plus(now.ahead());
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Reads a moment such as {@code 2026-12-31T00:00:00Z}.
   *
   * @throws DateTimeException when it is none, or in a year that HTTP has no date for
   */
  public static Instant moment(String text) {
    return inReach(Instant.parse(text));
  }

  /**
   * Stops the clock at that moment.
   *
   * @throws DateTimeException when it is before the year 1 or after 9999
   */
  public void stopAt(Instant moment) {
    inReach(moment);
    setting = new Setting(moment, Duration.ZERO);
  }

  /**
   * Moves the clock by that much, stopped or running; backwards when it is negative.
   *
   * @throws DateTimeException when that leads before the year 1 or after 9999
   */
  public synchronized void advance(Duration by) {
    if (by.compareTo(FARTHEST) > 0 || by.compareTo(FARTHEST.negated()) < 0) {
      throw new DateTimeException("too far");
    }
    inReach(instant().plus(by));
    Setting now = setting;
    setting =
        now.stoppedAt() != null
            ? new Setting(now.stoppedAt().plus(by), Duration.ZERO)
            : new Setting(null, now.ahead().plus(by));
  }

  /** Lets the clock run with the other again. */
  public void reset() {
    setting = new Setting(null, Duration.ZERO);
  }

  private static Instant inReach(Instant moment) {
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new DateTimeException("HTTP has no date for that year");
    }
    return moment;
  }

  public boolean isStopped() {
    return setting.stoppedAt() != null;
  }
}
