package dev.datamart.conformance.run;

import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.function.Function;

/**
 * Which kind of token a server takes one for. Said only where all its answers fit: a server may
 * have part of the API, or be wrong in any of it.
 */
final class TokenKind {
  private TokenKind() {}

  /** Whether it is a data app's: what an organization alone may ask is refused for just that. */
  static boolean isApiKey(Function<Operation, Exchange> ask) {
    return refuses(ask.apply(Operation.LIST_DATASOURCES), Problem.SERVICE_TOKEN_REQUIRED)
        && refuses(ask.apply(Operation.LIST_WORKSPACES), Problem.SERVICE_TOKEN_REQUIRED)
        && isListed(ask.apply(Operation.LIST_EMBEDS));
  }

  /** Whether it is an organization's: what a data app alone may ask is refused for just that. */
  static boolean isServiceToken(Function<Operation, Exchange> ask) {
    return refuses(ask.apply(Operation.LIST_EMBEDS), Problem.DATA_APP_KEY_REQUIRED)
        && isListed(ask.apply(Operation.LIST_DATASOURCES))
        && isListed(ask.apply(Operation.LIST_WORKSPACES));
  }

  /** Whether an answer is what the probed list promises. */
  static boolean isListed(Exchange answer) {
    return answer.isDone() && answer.json().path("data").isArray();
  }

  private static boolean refuses(Exchange answer, Problem problem) {
    return answer.status() == problem.status() && answer.code().equals(problem.code());
  }
}
