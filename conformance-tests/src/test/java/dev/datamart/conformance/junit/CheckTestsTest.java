package dev.datamart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.broken.BrokenRun;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.report.Cause;
import dev.datamart.conformance.run.KnownFailures;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One fault is one failure that says all, and no log that nobody reads. */
@Timeout(120)
class CheckTestsTest {
  private static final Fault NO_EMBEDS =
      (ask, up) ->
          ask.is(Operation.CREATE_EMBED)
              ? Reply.refusal(404, "NOT_FOUND", "Not found")
              : up.send(ask);

  private static final Fault NOT_FOUND_IS_404 =
      Faults.answers(
          (ask, reply) -> ask.is(Operation.DELETE_EMBED, Operation.DELETE_DATAMART) && !reply.ok(),
          reply -> reply.status(404));

  @Test
  void a_test_is_called_as_its_check_and_has_a_source_of_its_own() {
    Run run = BrokenRun.of((ask, up) -> up.send(ask), "DM-DELETE-UNKNOWN*");

    List<DynamicTest> tests = new CheckTests(run).nodes().flatMap(CheckTestsTest::tests).toList();

    assertThat(tests)
        .extracting(DynamicTest::getDisplayName)
        .contains("DM-DELETE-UNKNOWN-IS-REFUSED@deleteDatamart/kebab");
    assertThat(tests).allMatch(test -> test.getTestSourceUri().isPresent());
    assertThat(outcomes(run).values()).containsOnlyNulls();
  }

  @Test
  void a_violation_is_one_failure_with_all_that_the_console_says() {
    Run run = BrokenRun.of(NOT_FOUND_IS_404, "*-DELETE-UNKNOWN*,*-DELETE-TWICE*");

    List<Throwable> failed = failed(outcomes(run));
    assertThat(failed).hasSameSizeAs(run.with(Verdict.VIOLATED)).hasSizeGreaterThan(10);
    assertThat(failed).allMatch(failure -> failure.getStackTrace().length == 0);
    assertThat(failed)
        .filteredOn(failure -> !failure.getMessage().contains("the same as in"))
        .hasSameSizeAs(Cause.of(run.with(Verdict.VIOLATED)))
        .hasSizeLessThan(failed.size() / 2)
        .allSatisfy(
            failure ->
                assertThat(failure.getMessage())
                    .contains("\n  expected ", "\n  came ", "\n  repeat    curl", "\n  hint "));
    assertThat(failed)
        .filteredOn(failure -> failure.getMessage().contains("the same as in"))
        .allMatch(failure -> failure.getMessage().lines().count() == 1);
  }

  @Test
  void what_was_not_judged_is_aborted_with_its_reason() {
    Run run = BrokenRun.of(NO_EMBEDS, "EM-DELETE*");

    Map<String, @Nullable Throwable> outcomes = outcomes(run);
    assertThat(run.with(Verdict.BLOCKED)).hasSizeGreaterThan(10);
    assertThat(failed(outcomes)).hasSameSizeAs(run.with(Verdict.VIOLATED));
    assertThat(run.with(Verdict.BLOCKED))
        .allSatisfy(
            result ->
                assertThat(outcomes.get(result.instance().id()))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessage("blocked by EM-CREATE-ANSWERS"));
  }

  @Test
  void a_build_is_not_green_where_the_run_is_not_fine() {
    KnownFailures known =
        new KnownFailures(List.of(new KnownFailures.Entry("EM-CREATE-ANSWERS", "later", "")));

    Run blocked = BrokenRun.of(NO_EMBEDS, "EM-CREATE-ANSWERS,EM-DELETE*", known);
    assertThat(failed(outcomes(blocked)))
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasMessage("blocked by EM-CREATE-ANSWERS"));

    Run nothing = BrokenRun.of((ask, up) -> up.send(ask), "NO-SUCH-REQUIREMENT");
    assertThat(outcomes(nothing)).containsOnlyKeys("The server is judged");
    assertThat(failed(outcomes(nothing))).singleElement();
  }

  @Test
  void warnings_fail_where_the_run_is_strict() {
    Fault otherWords =
        Faults.answers(
            (ask, reply) -> reply.status() == 400,
            reply -> Reply.refusal(400, reply.code(), "Something else"));
    Run run = BrokenRun.of(otherWords, "HTTP-ERROR-TEXTS");

    assertThat(failed(outcomes(run))).isEmpty();
    assertThat(failed(outcomes(strict(run)))).hasSameSizeAs(run.with(Verdict.WARNING));
  }

  private static Run strict(Run run) {
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

  private static Map<String, @Nullable Throwable> outcomes(Run run) {
    Map<String, @Nullable Throwable> outcomes = new LinkedHashMap<>();
    new CheckTests(run)
        .nodes()
        .flatMap(CheckTestsTest::tests)
        .forEach(test -> outcomes.put(test.getDisplayName(), outcome(test)));
    return outcomes;
  }

  private static Stream<DynamicTest> tests(DynamicNode node) {
    return node instanceof DynamicContainer container
        ? container.getChildren().flatMap(CheckTestsTest::tests)
        : Stream.of((DynamicTest) node);
  }

  private static @Nullable Throwable outcome(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return null;
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  private static List<Throwable> failed(Map<String, @Nullable Throwable> outcomes) {
    return outcomes.values().stream()
        .filter(AssertionFailedError.class::isInstance)
        .map(Throwable.class::cast)
        .toList();
  }
}
