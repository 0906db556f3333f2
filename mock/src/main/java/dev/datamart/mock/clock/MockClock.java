package dev.datamart.mock.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A clock that runs with another until it is moved or stopped. Ticks in milliseconds. */
public final class MockClock implements InstantSource {

  /** Either stopped at an instant, or the other clock's time and so much more. */
  private record Setting(@Nullable Instant stoppedAt, Duration ahead) {}

  private final InstantSource other;
  private volatile Setting setting = new Setting(null, Duration.ZERO);

  /** Makes a clock that runs with that one. */
  public MockClock(InstantSource other) {
    this.other = other;
  }

  @Override
  public Instant instant() {
    Setting now = setting;
    Instant time = now.stoppedAt() != null ? now.stoppedAt() : other.instant().plus(now.ahead());
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Stops the clock at that moment. */
  public void stopAt(Instant moment) {
    setting = new Setting(moment, Duration.ZERO);
  }

  /** Moves the clock by that much, stopped or running; backwards when it is negative. */
  public synchronized void advance(Duration by) {
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

  /** Returns whether the clock stands still. */
  public boolean isStopped() {
    return setting.stoppedAt() != null;
  }
}
