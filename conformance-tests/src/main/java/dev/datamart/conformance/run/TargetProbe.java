package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Profile;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.Text;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the right server answers: one that is judged by mistake is judged wrongly. */
final class TargetProbe {
  private static final int SHOWN = 120;
  private static final int MOST_TRIALS = 8;
  private static final List<Operation> LISTS =
      List.of(
          Operation.LIST_DATASOURCES,
          Operation.LIST_DATAMARTS,
          Operation.LIST_WORKSPACES,
          Operation.LIST_DATA_APPS);
  private static final List<Operation> LISTS_OF_A_DATA_APP =
      List.of(Operation.LIST_EMBEDS, Operation.LIST_DATAMARTS);

  private final Wire wire;
  private final Tokens tokens;
  private final Profile profile;
  private final Map<Place, Exchange> answers = new LinkedHashMap<>();

  /** Where a list is asked for. */
  private record Place(Operation operation, Family family) {}

  TargetProbe(Wire wire, Tokens tokens, Profile profile) {
    this.wire = wire;
    this.tokens = tokens;
    this.profile = profile;
  }

  /**
   * Proves that the server speaks this API and takes the token; else {@link Unusable}.
   *
   * @param option by which the token was given
   */
  void prove(String option) {
    boolean service = tokens.service() != null;
    List<Place> probes = places(service ? LISTS : LISTS_OF_A_DATA_APP);
    for (Place probe : probes) {
      Exchange answer = answer(probe);
      requireKind(service, option, answer);
      if (TokenKind.isListed(answer)) {
        warmUp(probe);
        return;
      }
    }
    if (probes.isEmpty()) {
      // Nothing is claimed that would tell.
      return;
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

  /** The lists that are claimed, in the recommended family before the others. */
  private List<Place> places(List<Operation> lists) {
    return Arrays.stream(Family.values())
        .flatMap(family -> lists.stream().map(list -> new Place(list, family)))
        .filter(place -> profile.claims(place.operation(), place.family()))
        .toList();
  }

  /** How far a server is away is told by its quickest answer, which is none of the first. */
  private void warmUp(Place proven) {
    Place usual = new Place(Operation.LIST_DATAMARTS, Family.KEBAB);
    Place probe = profile.claims(usual.operation(), usual.family()) ? usual : proven;
    for (int trial = 0; trial < MOST_TRIALS && !CheckSlots.isNear(wire); trial++) {
      ask(probe);
    }
  }

  /** A token of the other kind would be refused rightly, which is no violation. */
  private void requireKind(boolean service, String option, Exchange answer) {
    if (answer.status() < 400) {
      return;
    }
    if (service && TokenKind.isApiKey(this::recommended)) {
      throw Unusable.misused(
          "The token given by " + option + " is the API key of a data app, which --api-key takes.");
    }
    if (!service && TokenKind.isServiceToken(this::recommended)) {
      throw Unusable.misused(
          "The token given by "
              + option
              + " is the service token of an organization, which --service-token takes.");
    }
  }

  private Exchange recommended(Operation list) {
    return answer(new Place(list, Family.KEBAB));
  }

  private Exchange answer(Place probe) {
    return answers.computeIfAbsent(probe, this::ask);
  }

  private Exchange ask(Place probe) {
    try {
      return wire.send(tokens.authorize(Call.of(probe.operation(), probe.family())));
    } catch (NoAnswer silent) {
      throw new Unusable(silent.sentence(wire.baseUrl()));
    }
  }
}
