package dev.datamart.conformance.checks.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lets a server's clock move on, which may count in whole seconds. */
public final class Ticks {
  private static final Duration MORE_THAN_A_SECOND = Duration.ofMillis(1100);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

  private Ticks() {}

  /**
   * Repeats a change until it shows, at the longest until any clock must have ticked since the
   * call. Gives what was seen last.
   *
   * @param change makes the change and looks at the result
   */
  public static JsonNode until(Predicate<JsonNode> shows, Supplier<JsonNode> change) {
    long begin = System.nanoTime();
    long pause = SHORTEST_PAUSE.toNanos();
    while (System.nanoTime() - begin < MORE_THAN_A_SECOND.toNanos()) {
      JsonNode seen = change.get();
      if (shows.test(seen)) {
        return seen;
      }
      LockSupport.parkNanos(pause);
      pause *= 2;
    }
    return change.get();
  }
}
