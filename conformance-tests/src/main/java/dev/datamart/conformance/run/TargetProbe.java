package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.Text;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Whether the right server answers: one that is judged by mistake is judged wrongly. */
final class TargetProbe {
  private static final int SHOWN = 120;

  private final Wire wire;
  private final Tokens tokens;
  private final Map<Operation, Exchange> answers = new EnumMap<>(Operation.class);

  TargetProbe(Wire wire, Tokens tokens) {
    this.wire = wire;
    this.tokens = tokens;
  }

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
    for (Operation probe : probes) {
      Exchange answer = answer(probe);
      requireKind(service, option, answer);
      if (TokenKind.isListed(answer)) {
        return;
      }
    }
    if (answers.values().stream()
        .anyMatch(answer -> answer.status() == 401 || answer.status() == 403)) {
      throw new Unusable(
          "The server at %s does not accept the token given by %s."
              .formatted(wire.baseUrl(), option));
    }
    Exchange first = answer(probes.get(0));
    throw new Unusable(
        "The server at %s answers, but not as this API does: GET %s gave status %s."
            .formatted(
                wire.baseUrl(),
                first.call().target(),
                Text.cut(tokens.secrets().mask(first.summary()), SHOWN)));
  }

  /** A token of the other kind would be refused rightly, which is no violation. */
  private void requireKind(boolean service, String option, Exchange answer) {
    if (answer.status() < 400) {
      return;
    }
    if (service && TokenKind.isApiKey(this::answer)) {
      throw Unusable.misused(
          "The token given by " + option + " is the API key of a data app, which --api-key takes.");
    }
    if (!service && TokenKind.isServiceToken(this::answer)) {
      throw Unusable.misused(
          "The token given by "
              + option
              + " is the service token of an organization, which --service-token takes.");
    }
  }

  private Exchange answer(Operation probe) {
    return answers.computeIfAbsent(probe, this::ask);
  }

  private Exchange ask(Operation probe) {
    try {
      return wire.send(tokens.authorize(Call.of(probe, Family.KEBAB)));
    } catch (NoAnswer silent) {
      throw new Unusable(silent.sentence(wire.baseUrl()));
    }
  }
}
