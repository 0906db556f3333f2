package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.run.ExitCode;
import dev.datamart.spec.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is wrong about tokens is not excused by the tokens it was given. */
@Timeout(60)
class TokenKindTest {
  private static final Reply NOT_ENOUGH = Reply.refusal(403, "SERVICE_TOKEN_REQUIRED", "No");

  @Test
  void a_list_that_wants_more_than_a_service_token_is_a_violation() {
    Fault wantsMore = (ask, up) -> ask.is(Operation.LIST_DATASOURCES) ? NOT_ENOUGH : up.send(ask);

    assertThat(BrokenRun.of(wantsMore, "DS-LIST-ANSWERS").exitCode())
        .isEqualTo(ExitCode.VIOLATIONS);
  }

  @Test
  void so_are_both_where_the_token_does_not_pass_for_an_api_key() {
    Fault wantsMore =
        (ask, up) ->
            ask.is(Operation.LIST_DATASOURCES, Operation.LIST_WORKSPACES)
                ? NOT_ENOUGH
                : up.send(ask);

    assertThat(BrokenRun.of(wantsMore, "DS-LIST-ANSWERS").exitCode())
        .isEqualTo(ExitCode.VIOLATIONS);
  }
}
