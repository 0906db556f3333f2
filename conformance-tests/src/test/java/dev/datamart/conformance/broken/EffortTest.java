package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Run;
import dev.datamart.spec.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A broken server costs no more than twice what a right one does, counted in requests. */
@Timeout(300)
@Tag("thorough")
class EffortTest {
  /** Each makes many checks fail in another way: refused, shrunk, made anew, never there. */
  private static Map<String, Fault> servers() {
    Map<String, Fault> servers = new LinkedHashMap<>();
    servers.put(
        "refusals have another status",
        Faults.answers((ask, reply) -> reply.status() >= 400, reply -> reply.status(422)));
    servers.put(
        "nothing can be deleted",
        (ask, up) ->
            ask.is(Operation.DELETE_DATAMART, Operation.DELETE_EMBED)
                ? Reply.refusal(400, "INVALID_REQUEST_BODY", "No")
                : up.send(ask));
    servers.put(
        "updates do nothing",
        Faults.pretends(
            ask -> ask.is(Operation.UPDATE_EMBED, Operation.UPDATE_DATAMART), "error", null));
    servers.put(
        "no data app can be made",
        (ask, up) ->
            ask.is(Operation.CREATE_DATA_APP)
                ? Reply.refusal(500, "INTERNAL_SERVER_ERROR", "Unexpected failure")
                : up.send(ask));
    return servers;
  }

  @Test
  void a_broken_server_is_asked_at_most_twice_as_much_as_a_right_one() {
    // Sequences, cascades and what is refused: where fixtures are made anew and searches repeated.
    String only = "DM-DELETE*,DM-SEQ*,DM-UPDATE*,EM-UPDATE*,EM-DELETE*";
    Run right = BrokenRun.of((ask, up) -> up.send(ask), only);
    assertThat(right.exitCode()).isEqualTo(ExitCode.CONFORMS);

    servers()
        .forEach(
            (name, fault) -> {
              Run broken = BrokenRun.of(fault, only);

              assertThat(broken.exitCode()).as(name).isEqualTo(ExitCode.VIOLATIONS);
              assertThat(broken.requests()).as(name).isLessThan(2 * right.requests());
            });
  }
}
