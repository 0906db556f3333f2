package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.report.Bash;
import dev.datamart.conformance.report.Columns;
import dev.datamart.conformance.report.ConsoleReport;
import dev.datamart.conformance.report.HtmlReport;
import dev.datamart.conformance.report.JsonReport;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A report says what a reader needs to see a failure again, and says it once. */
@Tag("thorough")
@Timeout(120)
class ReportTest {
  private static final Fault NOT_FOUND_IS_404 =
      Faults.answers(
          (ask, reply) -> ask.is(Operation.DELETE_EMBED, Operation.DELETE_DATAMART) && !reply.ok(),
          reply -> reply.status(404));

  /** A command begins after its label, and each line but its last ends in a backslash. */
  private static final Pattern COMMAND = Pattern.compile(" {2,12}(curl|java) (.*\\\\\n)*.*\n");

  @Test
  void every_command_can_be_pasted_as_it_is_printed() {
    Run run = BrokenRun.of(NOT_FOUND_IS_404, "DM-DELETE*,EM-DELETE*");
    List<String> printed =
        COMMAND.matcher(console(run)).results().map(MatchResult::group).map(String::strip).toList();
    String json = new JsonReport(run).text();

    Set<List<String>> whole = ConcurrentHashMap.newKeySet();
    for (JsonNode result : Json.read(json).path("results")) {
      result.findValuesAsText("curl").forEach(command -> whole.add(Bash.words(command)));
      result.findValuesAsText("rerun").forEach(command -> whole.add(Bash.words(command)));
    }
    assertThat(printed).hasSizeGreaterThan(4);
    assertThat(printed).allSatisfy(command -> assertThat(whole).contains(Bash.words(command)));
  }

  @Test
  void only_an_argument_that_is_longer_than_a_line_leaves_eighty_columns() {
    assertThat(console(BrokenRun.of(NOT_FOUND_IS_404, "DM-DELETE*")).lines())
        .hasSizeGreaterThan(20)
        .allMatch(line -> line.length() <= Columns.WIDTH || isOneArgument(line.strip()));
  }

  private static boolean isOneArgument(String line) {
    return line.matches("(--data-binary )?'[^']*'( \\\\)?");
  }

  @Test
  void a_sequence_is_numbered_and_can_be_pasted_as_a_whole() {
    Set<String> fresh = ConcurrentHashMap.newKeySet();
    Fault firstDeleteDoesNothing =
        (ask, up) -> {
          if (ask.is(Operation.CREATE_DATAMART)) {
            fresh.add(ask.argument("name"));
          }
          String name = ask.argument("datamartName");
          return ask.is(Operation.DELETE_DATAMART) && fresh.remove(name)
              ? Reply.json(200, "id", name, "error", null)
              : up.send(ask);
        };

    Run run = BrokenRun.of(firstDeleteDoesNothing, "DM-SEQUENCES*");
    String console = console(run);

    assertThat(console)
        .contains("  repeat    # step 1 of 2\n            curl")
        .contains("\n            # step 2 of 2\n            curl")
        .contains("--seed 1\n");
    assertThat(new HtmlReport(run).text()).contains("# step 1 of 2\ncurl");
  }

  @Test
  void one_cause_is_shown_once_and_names_all_requirements_that_show_it() {
    Run run = BrokenRun.of(NOT_FOUND_IS_404, "DM-DELETE*,EM-DELETE*");
    String console = console(run);

    Set<String> violated =
        run.with(Verdict.VIOLATED).stream()
            .map(result -> result.instance().requirement().id())
            .collect(Collectors.toSet());
    assertThat(console).contains("the same in ").contains(violated);
    assertThat(new HtmlReport(run).text()).contains("The same in <code id=").contains(violated);
    assertThat(console.lines().filter(line -> line.endsWith("VIOLATED")).count())
        .isLessThan(violated.size());
  }

  @Test
  void what_was_accepted_by_mistake_is_never_taken_for_another_mistake() {
    Fault yes =
        Faults.answers(
            (ask, reply) -> ask.is(Operation.DELETE_DATAMART) && reply.status() == 400,
            reply -> reply.status(200).body("{\"id\":\"x\",\"error\":null}"));

    Run run = BrokenRun.of(yes, "DM-DELETE-*-IS-REFUSED");

    long requirements =
        run.with(Verdict.VIOLATED).stream()
            .map(result -> result.instance().requirement())
            .distinct()
            .count();
    assertThat(requirements).isGreaterThan(2);
    assertThat(console(run).lines().filter(line -> line.endsWith("VIOLATED")))
        .hasSize((int) requirements);
  }

  @Test
  void the_closing_line_says_what_to_set_where_there_is_something_to_repeat() {
    assertThat(console(BrokenRun.of(NOT_FOUND_IS_404, "DM-DELETE-UNKNOWN*")))
        .contains("set DATAMART_SERVICE_TOKEN and DATAMART_OTHER_SERVICE_TOKEN")
        .contains("$API_KEY_n");
    assertThat(console(BrokenRun.of((ask, up) -> up.send(ask), "DM-DELETE-UNKNOWN*")))
        .doesNotContain("DATAMART_SERVICE_TOKEN");
  }

  @Test
  void a_run_that_made_nothing_has_no_name() {
    Fault makesNothing =
        (ask, up) ->
            ask.is(Operation.CREATE_DATA_APP, Operation.CREATE_DATAMART)
                ? Reply.refusal(500, "INTERNAL_SERVER_ERROR", "Unexpected failure")
                : up.send(ask);

    Run run = BrokenRun.of(makesNothing, "DM-DELETE*");

    assertThat(run.runId()).isEmpty();
    assertThat(console(run)).containsPattern("requests in [\\d.]+ s, seed");
    assertThat(new HtmlReport(run).text()).containsPattern("requests in [\\d.]+ s · seed");
  }

  private static String console(Run run) {
    return new ConsoleReport(run, false).text();
  }
}
