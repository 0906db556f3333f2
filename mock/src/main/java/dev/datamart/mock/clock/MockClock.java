package dev.datamart.mock.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A clock that runs with the system's until it is moved or stopped. Ticks in milliseconds. */
public final class MockClock implements InstantSource {

  /** Either stopped at an instant, or the system's time and so much more. */
  private record Setting(@Nullable Instant stoppedAt, Duration ahead) {}

  private volatile Setting setting = new Setting(null, Duration.ZERO);

  @Override
  public Instant instant() {
    Setting now = setting;
    Instant time = now.stoppedAt() != null ? now.stoppedAt() : Instant.now().plus(now.ahead());
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

  /** Lets the clock run with the system's again. */
  public void reset() {
    setting = new Setting(null, Duration.ZERO);
  }

  /** Returns whether the clock stands still. */
  public boolean isStopped() {
    return setting.stoppedAt() != null;
  }
}
