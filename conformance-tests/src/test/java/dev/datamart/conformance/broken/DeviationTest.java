package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Operation;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an answer does otherwise is told where the answer is judged, and nowhere else. */
@Tag("thorough")
@Timeout(120)
class DeviationTest {
  @Test
  void a_create_that_answers_201_is_a_create() {
    Run run =
        BrokenRun.of(
            Faults.successes(Operation.CREATE_DATAMART, reply -> reply.status(201)),
            "DM-*,HTTP-SUCCESS-IS-200");

    assertThat(red(run)).containsExactlyInAnyOrder("DM-CREATE-ANSWERS", "HTTP-SUCCESS-IS-200");
    assertThat(run.with(Verdict.BLOCKED)).isEmpty();
    assertThat(run.leftovers()).isEmpty();
  }

  @Test
  void a_create_whose_answer_has_no_id_is_found_in_the_list() {
    Run run =
        BrokenRun.of(
            Faults.edits(Operation.CREATE_EMBED, body -> body.remove("id")),
            "DM-DELETE*,EM-DELETE*,EM-CREATE*");

    assertThat(red(run)).containsExactly("EM-CREATE-ANSWERS");
    // Without a name it is found nowhere.
    assertThat(run.with(Verdict.BLOCKED))
        .extracting(result -> result.requirement().id())
        .containsOnly("EM-CREATE-NAMES-IT-BY-ID");
  }

  @Test
  void a_key_that_is_not_told_is_found_in_the_list() {
    Run run =
        BrokenRun.of(
            Faults.edits(Operation.CREATE_API_TOKEN, body -> body.remove("key")),
            "DM-DELETE-TAKES*,AT-CREATE-ANSWERS");

    assertThat(red(run)).containsExactly("AT-CREATE-ANSWERS");
    assertThat(run.with(Verdict.BLOCKED)).isEmpty();
  }

  @Test
  void a_delete_of_an_unknown_name_needs_no_datamart() {
    Run run =
        BrokenRun.of(
            (ask, up) ->
                ask.is(Operation.CREATE_DATAMART, Operation.LIST_DATASOURCES)
                    ? Reply.refusal(500, "INTERNAL_SERVER_ERROR", "Unexpected failure")
                    : up.send(ask),
            "DM-DELETE-UNKNOWN-IS-REFUSED,DM-DELETE-NAME-MISSING-IS-REFUSED");

    assertThat(run.with(Verdict.PASSED)).hasSize(run.chosen());
  }

  private static Set<String> red(Run run) {
    return run.with(Verdict.VIOLATED).stream()
        .map(result -> result.requirement().id())
        .collect(Collectors.toSet());
  }
}
