package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Operation;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A run ends when its time is up, says what was not judged, and leaves nothing behind. */
@Timeout(120)
@Tag("thorough")
@Execution(ExecutionMode.CONCURRENT)
class TimeoutTest {
  private static final Duration LIMIT = Duration.ofSeconds(4);

  /** After some answers it answers nothing but what clears away, so that the time is used up. */
  @Test
  void what_was_not_judged_in_time_could_not_run_and_what_was_made_is_removed() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger answered = new AtomicInteger();
    Set<String> made = ConcurrentHashMap.newKeySet();
    Run run =
        run(
            (ask, up) -> {
              boolean clearsAway = ask.is(Operation.DELETE_DATAMART, Operation.DELETE_DATA_APP);
              if (answered.incrementAndGet() > 300 && !clearsAway) {
                await(never);
                throw new BrokenServer.ConnectionDropped();
              }
              Reply reply = up.send(ask);
              if (reply.ok() && ask.is(Operation.CREATE_DATA_APP, Operation.CREATE_DATAMART)) {
                made.add(ask.argument("name"));
              }
              if (reply.ok() && clearsAway) {
                made.remove(ask.argument("name") + ask.argument("datamartName"));
              }
              return reply;
            });
    never.countDown();

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.with(Verdict.PASSED)).isNotEmpty();
    assertThat(run.with(Verdict.COULD_NOT_RUN))
        .hasSizeGreaterThan(1000)
        .extracting(Result::reason)
        .containsOnly("the time of the run was over; --timeout gives it more");
    assertThat(run.results()).hasSize(run.chosen());
    assertThat(made).isEmpty();
    // Clearing away has ten seconds of its own.
    assertThat(run.took()).isBetween(LIMIT, LIMIT.plusSeconds(12));
  }

  private static Run run(Fault fault) {
    try (BrokenServer server = new BrokenServer(TheMock.baseUri(), fault)) {
      RunSettings settings = RunSettings.of(server.baseUrl(), TheMock.tokens()).withTimeout(LIMIT);
      return new Runner(Catalogue.requirements(), settings, Progress.silent()).run();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
