package dev.datamart.conformance.checks.shared;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for keys to run out. */
public final class Expiry {
  /** How much later than it should a key may die, since clocks may be coarse. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private Expiry() {}

  /** Asks with a key that has about a second to live until it is refused, as it has to be. */
  public static void awaits(CheckContext s, String key) {
    Call call = s.call(Operation.LIST_EMBEDS).as(key);
    long begin = System.nanoTime();
    while (s.send(call).isDone() && System.nanoTime() - begin < PATIENCE.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    s.expect(s.send(call)).refuses(Problem.UNAUTHENTICATED);
  }
}
