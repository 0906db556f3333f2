package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Requirement.Check;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A slip in the suite itself is told as such, and costs no other check its result. */
@Timeout(120)
class BrokenCheckTest {
  @Test
  void a_check_that_breaks_could_not_run_and_takes_no_other_check_along() {
    Check broken =
        scene -> {
          throw new IllegalStateException("a slip");
        };
    Check worse =
        scene -> {
          throw new AssertionError("a blunder");
        };
    List<Requirement> catalogue =
        List.of(
            RequirementBuilder.docs("X-BREAKS", "It breaks.").on(Operation.values()).check(broken),
            RequirementBuilder.docs("X-BREAKS-MORE", "It breaks.")
                .on(Operation.values())
                .check(worse),
            RequirementBuilder.docs("X-PASSES", "It passes.")
                .on(Operation.values())
                .check(scene -> {}));

    Run run = runOn(catalogue);

    assertThat(run.results()).hasSize(Selection.everything().of(catalogue).size());
    assertThat(run.with(Verdict.COULD_NOT_RUN))
        .extracting(Result::reason)
        .allMatch(reason -> reason.startsWith("the suite itself failed"))
        .anyMatch(reason -> reason.contains("IllegalStateException: a slip"))
        .anyMatch(reason -> reason.contains("AssertionError: a blunder"));
    assertThat(run.with(Verdict.PASSED))
        .hasSize(run.results().size() - run.with(Verdict.COULD_NOT_RUN).size())
        .isNotEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void a_watch_that_breaks_has_not_passed() {
    Run run =
        runOn(
            List.of(
                RequirementBuilder.docs("X-WATCHES", "It looks.")
                    .on(Operation.LIST_DATAMARTS)
                    .watch(
                        exchange -> {
                          throw new IllegalStateException("cannot look");
                        })
                    .check(scene -> scene.send(scene.accepted()))));

    assertThat(run.with(Verdict.COULD_NOT_RUN))
        .hasSize(3)
        .allMatch(result -> result.reason().contains("cannot look"));
  }

  private static Run runOn(List<Requirement> catalogue) {
    RunSettings settings = RunSettings.of(TheMock.baseUri().toString(), TheMock.tokens());
    return new Runner(catalogue, settings, Progress.silent()).run();
  }
}
