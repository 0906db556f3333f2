package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.report.ConsoleReport;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Operation;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that asks to be asked later is asked later, and one that always does is not judged. */
@Timeout(120)
@Tag("thorough")
class PutOffTest {
  @Test
  void what_the_server_puts_off_is_asked_again_and_the_report_says_so() {
    AtomicInteger count = new AtomicInteger();
    Run run =
        BrokenRun.of(
            (ask, up) ->
                count.incrementAndGet() % 50 == 0 ? tooMany("retry-after", "0") : up.send(ask),
            "DM-DELETE*");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CONFORMS);
    assertThat(run.slowings()).isEqualTo(count.get() / 50);
    assertThat(new ConsoleReport(run, false).text())
        .contains(run.slowings() + " times to slow down (429); --max-requests-per-second");
  }

  @Test
  void a_server_that_puts_off_for_ever_is_not_judged() {
    AtomicInteger asked = new AtomicInteger();
    Run run =
        BrokenRun.of(
            (ask, up) -> {
              if (ask.is(Operation.DELETE_DATAMART) && ask.query().contains("datamartName")) {
                asked.incrementAndGet();
                return tooMany("retry-after", "Thu, 01 Jan 1970 00:00:00 GMT");
              }
              return up.send(ask);
            },
            "DM-DELETE-ANSWERS@deleteDatamart/kebab");

    assertThat(run.with(Verdict.COULD_NOT_RUN))
        .singleElement()
        .matches(result -> result.reason().contains("kept answering 429"));
    assertThat(asked.get()).isBetween(11, 33);
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void nothing_but_a_429_is_ever_asked_again() {
    AtomicInteger failures = new AtomicInteger();
    Run run =
        BrokenRun.of(
            (ask, up) -> {
              if (ask.is(Operation.LIST_DATA_APPS) && failures.getAndIncrement() == 0) {
                return Reply.refusal(503, "INTERNAL_SERVER_ERROR", "Come back")
                    .header("retry-after", "0");
              }
              return up.send(ask);
            },
            "DA-LIST-ANSWERS@listDataApps/kebab");

    assertThat(run.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
  }

  private static Reply tooMany(String header, String value) {
    return Reply.refusal(429, "TOO_MANY_REQUESTS", "Too many requests").header(header, value);
  }
}
