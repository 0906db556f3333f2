package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;
import dev.datamart.conformance.run.Verdict;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that never comes is waited for as long as a slow server may need, and not longer. */
@Timeout(120)
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

    Run run = run(silent);
    never.countDown();

    assertThat(run.results())
        .hasSize(1)
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.COULD_NOT_RUN))
        .extracting(Result::reason)
        .first()
        .asString()
        .contains("timed out");
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Run run(Fault fault) {
    try (BrokenServer server = new BrokenServer(TheMock.baseUri(), fault)) {
      RunSettings settings =
          RunSettings.of(server.baseUrl(), TheMock.tokens())
              .selecting(
                  Selection.everything().only("DM-DELETE-UNKNOWN-IS-REFUSED@deleteDatamart/kebab"));
      return new Runner(Catalogue.requirements(), settings, Progress.silent()).run();
    }
  }
}
