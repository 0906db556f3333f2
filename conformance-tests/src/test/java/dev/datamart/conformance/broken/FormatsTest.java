package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import dev.datamart.conformance.report.CtrfReport;
import dev.datamart.conformance.report.JsonReport;
import dev.datamart.conformance.report.JunitReport;
import dev.datamart.conformance.report.MarkdownReport;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reports that other programs read have the form that these expect, and tell a cause once. */
@Tag("thorough")
@Timeout(120)
class FormatsTest {
  /**
   * No embed can be made, refusals of a delete have the wrong status, and no text is as decided.
   */
  private static final Fault MANY =
      Faults.answers(
          (ask, reply) ->
              ask.is(Operation.CREATE_EMBED) || (ask.is(Operation.DELETE_DATAMART) && !reply.ok()),
          reply ->
              Reply.refusal(404, "INVALID_REQUEST_BODY", "no | <b>such</b> [thing](http://x)"));

  private static Run run;

  @BeforeAll
  static void breakMany() {
    run = BrokenRun.of(MANY, "DM-DELETE*,EM-DELETE*,HTTP-ERROR-TEXTS");
  }

  @Test
  void the_run_has_all_that_a_report_may_have_to_tell() {
    assertThat(run.with(Verdict.VIOLATED)).isNotEmpty();
    assertThat(run.with(Verdict.WARNING)).isNotEmpty();
    assertThat(run.with(Verdict.BLOCKED)).isNotEmpty();
    assertThat(run.with(Verdict.PASSED)).isNotEmpty();
  }

  @Test
  void json_obeys_its_schema() {
    assertThat(problems(Dialects.getDraft4(), "/report/schema.json", new JsonReport(run).text()))
        .isEmpty();
  }

  /** The schema is the one that is published with the npm package {@code ctrf} 0.3.0 (MIT). */
  @Test
  void ctrf_obeys_the_published_schema() {
    String text = new CtrfReport(run).text();

    assertThat(problems(Dialects.getDraft7(), "/ctrf-schema-0.0.json", text)).isEmpty();
    assertThat(problems(Dialects.getDraft7(), "/ctrf-schema-0.0.json", text.replace("name", "n")))
        .isNotEmpty();
  }

  private static List<String> problems(Dialect dialect, String resource, String report) {
    Schema schema =
        SchemaRegistry.withDialect(dialect)
            .getSchema(FormatsTest.class.getResourceAsStream(resource));
    List<String> problems = new ArrayList<>();
    schema.validate(Json.read(report)).forEach(error -> problems.add(error.toString()));
    return problems;
  }

  @Test
  void ctrf_counts_what_it_lists_and_calls_nothing_passed_that_is_not() {
    JsonNode results = Json.read(new CtrfReport(run).text()).path("results");
    JsonNode summary = results.path("summary");

    assertThat(summary.path("tests").asInt()).isEqualTo(results.path("tests").size());
    for (String status : List.of("passed", "failed", "skipped", "pending", "other")) {
      assertThat(summary.path(status).asLong())
          .as(status)
          .isEqualTo(tests(results).filter(test -> has(test, "status", status)).count());
    }
    assertThat(tests(results).filter(test -> has(test, "rawStatus", "BLOCKED")))
        .isNotEmpty()
        .allMatch(test -> has(test, "status", "other"))
        .allMatch(test -> test.path("message").asText().startsWith("blocked by "));
    assertThat(tests(results).filter(test -> has(test, "rawStatus", "WARNING")))
        .allMatch(test -> has(test, "status", "passed"));
  }

  @Test
  void ctrf_and_junit_tell_a_cause_in_full_once() {
    JsonNode results = Json.read(new CtrfReport(run).text()).path("results");
    long told = tests(results).filter(test -> !test.path("trace").isMissingNode()).count();
    long failed = tests(results).filter(test -> has(test, "status", "failed")).count();

    assertThat(told).isBetween(2L, failed - 1);
    assertThat(tests(results).filter(test -> has(test, "status", "failed")))
        .allMatch(
            test ->
                test.path("trace").asText().contains("\n  came ")
                    || test.path("message").asText().contains(", the same as in "));
    assertThat(new JunitReport(run).text()).contains(", the same as in ");
  }

  private static Stream<JsonNode> tests(JsonNode results) {
    return StreamSupport.stream(results.path("tests").spliterator(), false);
  }

  private static boolean has(JsonNode test, String member, String value) {
    return test.path(member).asText().equals(value);
  }

  @Test
  void a_strict_run_fails_by_its_warnings_in_every_form() {
    Run strict = strict(run);

    assertThat(new JunitReport(run).text()).contains("failures=\"" + failures(run) + "\"");
    assertThat(new JunitReport(strict).text()).contains("failures=\"" + failures(strict) + "\"");
    assertThat(failures(strict)).isGreaterThan(failures(run));
    assertThat(Json.read(new JsonReport(run).text()).path("strict").asBoolean(true)).isFalse();
    assertThat(Json.read(new JsonReport(strict).text()).path("strict").asBoolean(false)).isTrue();
    JsonNode tests = Json.read(new CtrfReport(strict).text()).path("results");
    assertThat(tests(tests).filter(test -> has(test, "rawStatus", "WARNING")))
        .allMatch(test -> has(test, "status", "failed"));
  }

  private static long failures(Run run) {
    return run.results().stream().filter(result -> run.isRed(result.verdict())).count();
  }

  static Run strict(Run run) {
    return new Run(
        run.settings().withStrict(true),
        run.chosen(),
        run.all(),
        run.runId(),
        run.secrets(),
        run.results(),
        run.leftovers(),
        run.requests(),
        run.slowings(),
        run.took());
  }

  @Test
  void the_job_summary_is_a_row_a_cause_and_what_a_server_says_stays_text() {
    List<String> lines = new MarkdownReport(run).text().lines().toList();

    assertThat(lines.get(0)).isEqualTo("## The server does not conform");
    assertThat(lines).contains("### Violations", "### Warnings", "### Not judged");
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).startsWith("| blocked | EM-CREATE-ANSWERS | "));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("| `DM-DELETE-TWICE"))
        .hasSize(1)
        .allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 6)
        .allMatch(line -> line.contains("&lt;b>such&lt;/b> \\[thing\\](http\\://x)"));
    assertThat(String.join("\n", lines)).doesNotContain("<b>").doesNotContain("[thing]");
  }
}
