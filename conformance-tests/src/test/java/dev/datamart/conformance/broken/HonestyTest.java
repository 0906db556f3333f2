package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.KnownFailures;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;
import dev.datamart.conformance.run.Unusable;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ways in which other suites have gone green without reason; this one does not. */
@Timeout(120)
class HonestyTest {
  private static final Fault RIGHT = (ask, up) -> up.send(ask);

  @Test
  void a_server_that_dies_half_way_is_not_called_conforming() {
    AtomicInteger count = new AtomicInteger();
    Run run =
        BrokenRun.of(
            (ask, up) -> {
              if (count.incrementAndGet() > 60) {
                throw new BrokenServer.ConnectionDropped();
              }
              return up.send(ask);
            },
            "DM-DELETE*");

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.with(Verdict.COULD_NOT_RUN)).isNotEmpty();
    assertThat(run.results()).hasSize(BrokenRun.size("DM-DELETE*"));
  }

  @Test
  void what_could_not_run_is_neither_passed_nor_skipped() {
    Run run =
        BrokenRun.of(
            (ask, up) -> {
              if (ask.is(Operation.DELETE_DATAMART)) {
                throw new BrokenServer.ConnectionDropped();
              }
              return up.send(ask);
            },
            "DM-DELETE-TWICE*");

    assertThat(run.with(Verdict.COULD_NOT_RUN)).hasSize(3);
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void counts_by_verdict_sum_to_the_number_of_checks() {
    Run run = BrokenRun.of(RIGHT, "DM-*ORGANIZATION*,DM-LIST*");

    assertThat(run.counts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(run.results().size())
        .isEqualTo(BrokenRun.size("DM-*ORGANIZATION*,DM-LIST*"));
  }

  @Test
  void without_a_second_organization_tenancy_is_not_checked_and_says_so() {
    Run run =
        new Runner(
                Catalogue.requirements(),
                RunSettings.of(
                        TheMock.baseUri().toString(), new Tokens(TheMock.SERVICE_TOKEN, null, null))
                    .withSelection(Selection.everything().only("DM-DELETE-OTHER*")),
                Progress.silent())
            .run();

    assertThat(run.with(Verdict.NOT_APPLICABLE)).hasSize(3);
    assertThat(run.results().get(0).reason()).contains("--other-service-token");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOTHING_RUN);
  }

  @Test
  void a_broken_precondition_is_named_once_at_its_root() {
    Run run =
        BrokenRun.of(
            (ask, up) ->
                ask.is(Operation.CREATE_DATAMART)
                    ? Reply.refusal(500, "INTERNAL_SERVER_ERROR", "Unexpected failure")
                    : up.send(ask),
            "DM-DELETE*");

    assertThat(run.with(Verdict.VIOLATED))
        .extracting(result -> result.instance().requirement().id())
        .containsOnly("DM-CREATE-ANSWERS");
    assertThat(run.with(Verdict.BLOCKED)).hasSizeGreaterThan(20);
    assertThat(run.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
  }

  @Test
  void another_server_at_the_address_is_not_judged() {
    assertThatThrownBy(
            () ->
                BrokenRun.of(
                    (ask, up) -> new Reply(200, Map.of("content-type", "text/html"), "<h1>Hi</h1>"),
                    "DM-DELETE*"))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("not as this API does");
  }

  @Test
  void a_token_that_is_not_accepted_is_no_violation() {
    assertThatThrownBy(
            () ->
                new Runner(
                        Catalogue.requirements(),
                        RunSettings.of(
                            TheMock.baseUri().toString(), new Tokens("nobody", null, null)),
                        Progress.silent())
                    .run())
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("--service-token");
  }

  @Test
  void a_known_failure_is_reported_as_such_and_one_that_passes_is_an_error() {
    KnownFailures known =
        new KnownFailures(
            List.of(
                new KnownFailures.Entry("DM-DELETE-UNKNOWN-IS-REFUSED", "ticket 7", ""),
                new KnownFailures.Entry("DM-DELETE-TAKES-API-KEY", "ticket 8", "")));
    Fault notFoundIs404 =
        Faults.answers(
            (ask, reply) -> ask.is(Operation.DELETE_DATAMART) && reply.status() == 400,
            reply -> reply.status(404));

    Run run = BrokenRun.of(notFoundIs404, "DM-DELETE-UNKNOWN*,DM-DELETE-TAKES-API-KEY", known);

    assertThat(run.with(Verdict.KNOWN)).hasSize(3);
    assertThat(run.with(Verdict.UNEXPECTEDLY_PASSED)).hasSize(3);
    assertThat(run.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
  }

  @Test
  void a_watching_requirement_that_saw_nothing_has_not_passed() {
    Run run =
        BrokenRun.of(
            (ask, up) -> {
              if (ask.is(Operation.ROTATE_API_TOKEN)) {
                throw new BrokenServer.ConnectionDropped();
              }
              return up.send(ask);
            },
            "HTTP-ANSWER-HAS-ITS-SHAPE@rotateApiToken/kebab");

    assertThat(run.with(Verdict.PASSED)).isEmpty();
  }

  @Test
  void a_second_organization_with_nothing_in_it_makes_checks_not_applicable_and_is_asked_once() {
    AtomicInteger asked = new AtomicInteger();
    Run run =
        BrokenRun.of(
            (ask, up) -> {
              boolean theirs = ask.authorization().endsWith(TheMock.OTHER_SERVICE_TOKEN);
              if (theirs && ask.is(Operation.LIST_WORKSPACES)) {
                asked.incrementAndGet();
                return Reply.json(200, "data", List.of(), "error", null);
              }
              return up.send(ask);
            },
            "DM-DELETE-LEAVES-OTHER*,DM-DELETE-TAKES*");

    assertThat(run.with(Verdict.NOT_APPLICABLE))
        .hasSize(3)
        .allMatch(
            result ->
                result
                    .reason()
                    .equals("the second organization has no workspace with a dashboard"));
    assertThat(run.with(Verdict.PASSED)).hasSize(BrokenRun.size("DM-DELETE-TAKES*"));
    assertThat(asked).hasValue(1);
  }

  @Test
  void another_organizations_token_that_is_not_accepted_is_no_violation() {
    assertThatThrownBy(
            () ->
                new Runner(
                        Catalogue.requirements(),
                        RunSettings.of(
                            TheMock.baseUri().toString(),
                            new Tokens(TheMock.SERVICE_TOKEN, null, "nobody")),
                        Progress.silent())
                    .run())
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("--other-service-token");
  }

  @Test
  void fewer_results_than_checks_are_never_conforming() {
    Run run = BrokenRun.of(RIGHT, "DM-LIST-ANSWERS");
    Run poorer =
        new Run(
            run.settings(),
            run.chosen(),
            run.all(),
            run.runId(),
            run.secrets(),
            run.results().subList(1, run.results().size()),
            List.of(),
            run.requests(),
            run.slowings(),
            run.took());

    assertThat(run.exitCode()).isEqualTo(ExitCode.CONFORMS);
    assertThat(poorer.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }
}
