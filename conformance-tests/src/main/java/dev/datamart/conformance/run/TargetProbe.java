package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;

/** Whether the right server answers: one that is judged by mistake is judged wrongly. */
record TargetProbe(Wire wire, Tokens tokens) {
  /**
   * Proves that the server speaks this API and takes the token; else {@link Unusable}.
   *
   * @param option by which the token was given
   */
  void prove(String option) {
    boolean service = tokens.service() != null;
    List<Operation> probes =
        service
            ? List.of(
                Operation.LIST_DATASOURCES, Operation.LIST_DATAMARTS, Operation.LIST_WORKSPACES)
            : List.of(Operation.LIST_EMBEDS, Operation.LIST_DATAMARTS);
    List<Exchange> answers = new ArrayList<>();
    for (Operation probe : probes) {
      Exchange answer = firstAnswer(probe);
      if (answer.ok() && answer.json().path("data").isArray()) {
        return;
      }
      answers.add(answer);
    }
    if (answers.stream().anyMatch(answer -> answer.status() == 401 || answer.status() == 403)) {
      throw new Unusable(
          "The server at %s does not accept the token given by %s."
              .formatted(wire.baseUrl(), option));
    }
    throw new Unusable(
        "The server at %s answers, but not as this API does: GET %s gave status %s."
            .formatted(wire.baseUrl(), answers.get(0).call().target(), answers.get(0).status()));
  }

  private Exchange firstAnswer(Operation probe) {
    try {
      return wire.send(tokens.authorize(Call.of(probe, Family.KEBAB)));
    } catch (NoAnswer silent) {
      throw new Unusable("Nothing answers at " + wire.baseUrl() + ": " + root(silent) + ".");
    }
  }

  private static String root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String kind = cause.getClass().getSimpleName();
    return switch (kind) {
      case "ConnectException", "ClosedChannelException" -> "the connection is refused";
      case "UnresolvedAddressException", "UnknownHostException" -> "the host is unknown";
      case "HttpTimeoutException" -> "the answer takes too long";
      default -> "the connection fails (" + kind + ")";
    };
  }
}
