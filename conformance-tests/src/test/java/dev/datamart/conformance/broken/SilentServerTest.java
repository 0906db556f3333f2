package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Operation;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An answer that never comes is waited for as long as a slow server may need, and not longer. */
@Timeout(120)
@Tag("thorough")
@Execution(ExecutionMode.CONCURRENT)
class SilentServerTest {
  @Test
  void a_request_that_is_never_answered_is_no_skip_and_no_pass() {
    CountDownLatch never = new CountDownLatch(1);
    Fault silent =
        (ask, up) -> {
          if (ask.is(Operation.DELETE_DATAMART)) {
            await(never);
            throw new BrokenServer.ConnectionDropped();
          }
          return up.send(ask);
        };

    Run run = BrokenRun.of(silent, "DM-DELETE-UNKNOWN-IS-REFUSED@deleteDatamart/kebab");
    never.countDown();

    assertThat(run.results())
        .hasSize(1)
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.COULD_NOT_RUN))
        .extracting(Result::reason)
        .first()
        .asString()
        .contains("takes too long");
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
