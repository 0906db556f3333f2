package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.report.ConsoleReport;
import dev.datamart.conformance.report.CtrfReport;
import dev.datamart.conformance.report.HtmlReport;
import dev.datamart.conformance.report.JsonReport;
import dev.datamart.conformance.report.JunitReport;
import dev.datamart.conformance.report.MarkdownReport;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is wrong at length makes no report that cannot be opened. */
@Timeout(120)
@Tag("thorough")
class BoundedReportsTest {
  private static final int MOST_BYTES = 10_000_000;

  /** Half a megabyte of a bare list in place of each list of datamarts. */
  private static final Fault BARE_LIST =
      Faults.answers(
          (ask, reply) -> ask.is(Operation.LIST_DATAMARTS) && reply.ok(),
          reply -> reply.body("[\"" + "<x&>\u00fc\\n".repeat(60_000) + "\"]"));

  @Test
  void a_report_has_at_most_10_megabytes_and_is_written_at_once() {
    Run run = BrokenRun.of(BARE_LIST, "DM-LIST-*,HTTP-*");
    long start = System.nanoTime();

    List<String> reports =
        List.of(
            new JsonReport(run).text(),
            new JunitReport(run).text(),
            new HtmlReport(run).text(),
            new CtrfReport(run).text(),
            new MarkdownReport(run).text(),
            new ConsoleReport(run, false).text());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(run.took());
    assertThat(reports)
        .allSatisfy(
            report ->
                assertThat(report.getBytes(StandardCharsets.UTF_8).length)
                    .isBetween(1000, MOST_BYTES));
  }

  @Test
  void what_is_cut_says_so_and_what_blocks_many_is_told_once() {
    JsonNode results =
        Json.read(new JsonReport(BrokenRun.of(BARE_LIST, "DM-LIST*")).text()).path("results");

    assertThat(results.findValuesAsText("came"))
        .anyMatch(came -> came.endsWith("more characters)"))
        .allMatch(came -> came.length() < 15_000);
  }
}
