package dev.datamart.mock.admin;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.datamart.mock.fault.Failure;
import dev.datamart.mock.fault.FaultEffect;
import dev.datamart.mock.fault.FaultPreset;
import dev.datamart.mock.fault.FaultRule;
import dev.datamart.mock.fault.FaultRule.Delay;
import dev.datamart.mock.fault.FaultRuleBuilder;
import dev.datamart.mock.handle.TokenMask;
import dev.datamart.mock.json.Range;
import dev.datamart.mock.seed.InputFile;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.store.Organizations;
import dev.datamart.mock.world.MockState;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link FaultRule} as JSON; only {@code effect} is required. What is left out of the match
 * matches everything, and {@code skip} and {@code seed} are 0 and {@code every} is 1 when left out.
 *
 * @param effect what happens, by name
 * @param token a whole token, or its last characters, as a masked one shows them
 * @param status the status of an error; the contract's for the code when left out
 * @param code the code of an error; the contract's for that status when left out
 * @param message the words of an error; the contract's for that code when left out
 * @param delayMillis how long it waits before, or how long a slow body takes
 * @param maxDelayMillis when given, each wait is drawn between the two
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultJson(
    @Range(isIdentifier = true) @Nullable String id,
    @Nullable FaultPreset effect,
    @Range(isIdentifier = true) @Nullable String organization,
    @Range(most = 1_000) @Nullable List<Operation> operations,
    @Range(most = 10) @Nullable List<Family> families,
    @Range(most = 1_000) @Nullable String token,
    @Range(most = 1_000) @Nullable String name,
    @Range(least = 0, most = Integer.MAX_VALUE) @Nullable Integer skip,
    @Range(most = Integer.MAX_VALUE) @Nullable Integer every,
    @Range(most = Integer.MAX_VALUE) @Nullable Integer times,
    @Range(least = 0, most = 1) @Nullable Double probability,
    @Range(least = Long.MIN_VALUE, most = Long.MAX_VALUE) @Nullable Long seed,
    @Range(least = 400, most = 599) @Nullable Integer status,
    @Range(most = 100) @Nullable String code,
    @Range(least = 0, most = 10_000) @Nullable String message,
    @Range(least = 0, most = Integer.MAX_VALUE) @Nullable Integer retryAfterSeconds,
    @Range(least = 0, most = Delay.MOST_MILLIS) @Nullable Long delayMillis,
    @Range(least = 0, most = Delay.MOST_MILLIS) @Nullable Long maxDelayMillis) {

  /** A list of faults, as it is set in the place of all others and as it stands in a file. */
  public record Faults(@Range(least = 0, most = 10_000) @Nullable List<FaultJson> faults) {

    /** Returns the rules, or refuses them all with a sentence. */
    List<FaultRule> rules(Organizations organizations) {
      if (faults == null) {
        throw AdminException.badRequest("\"faults\", a list, is required.");
      }
      return faults.stream().map(fault -> fault.rule(organizations)).toList();
    }

    /**
     * Sets the faults of a file.
     *
     * @throws SeedException when it cannot be used; then none is set
     */
    public static void load(String file, MockState world) throws SeedException {
      byte[] json =
          InputFile.bytes(file, "faults are in a JSON file, as PUT /__mock/faults takes them");
      try {
        Faults read = AdminJson.parse(json, Faults.class);
        world.faults().replace(read.rules(world.organizations()));
      } catch (AdminException wrong) {
        throw new SeedException(file, 0, String.valueOf(wrong.getMessage()));
      }
    }
  }

  /** Returns the rule, or refuses with a sentence. */
  FaultRule rule(Organizations organizations) {
    if (effect == null) {
      throw AdminException.badRequest(
          "\"effect\" is required and takes " + FaultPreset.names() + ".");
    }
    if (organization != null && organizations.byId(organization).isEmpty()) {
      throw AdminException.badRequest(
          "There is no organization "
              + AdminException.shown(organization)
              + " for a fault to hit.");
    }
    AdminException.refuseToken(id, organizations);
    FaultRule preset = effect.rule();
    refuseWhatSaysNothing(preset.effect());
    try {
      return FaultRuleBuilder.builder(preset)
          .id(id)
          .organization(organization)
          .operations(operations == null ? null : Set.copyOf(operations))
          .families(families == null ? null : Set.copyOf(families))
          .token(token == null ? null : TokenMask.shown(token))
          .name(name)
          .skip(requireNonNullElse(skip, 0))
          .every(requireNonNullElse(every, 1))
          .times(times)
          .probability(probability)
          .seed(requireNonNullElse(seed, 0L))
          .failure(failure(preset.failure()))
          .delay(delay(preset.delay()))
          .build();
    } catch (IllegalArgumentException wrong) {
      throw AdminException.badRequest(String.valueOf(wrong.getMessage()));
    }
  }

  /** What is given and would change nothing was meant to. */
  private void refuseWhatSaysNothing(FaultEffect does) {
    boolean isOfError = status != null || code != null || message != null;
    if (!does.hasFailure() && (isOfError || retryAfterSeconds != null)) {
      throw AdminException.badRequest(
          "\"status\", \"code\", \"message\" and \"retryAfterSeconds\" are of an error, and say"
              + " nothing with the effect \""
              + does.word()
              + "\".");
    }
  }

  private Delay delay(Delay usual) {
    long min = requireNonNullElse(delayMillis, usual.min());
    return new Delay(min, requireNonNullElse(maxDelayMillis, min));
  }

  private Failure failure(Failure usual) {
    Failure named = usual;
    if (code != null) {
      named = Failure.ofCode(code, status);
    } else if (status != null) {
      named = Failure.of(status);
    }
    return named
        .withMessage(requireNonNullElse(message, named.message()))
        .withRetryAfterSeconds(
            retryAfterSeconds == null ? named.retryAfterSeconds() : retryAfterSeconds);
  }

  /** Returns the JSON of a rule; a token in it is masked. */
  static FaultJson of(FaultRule rule) {
    Failure failure = rule.effect().hasFailure() ? rule.failure() : null;
    Delay delay = rule.delay();
    return new FaultJson(
        null,
        FaultPreset.valueOf(rule.effect().name()),
        rule.organization(),
        sorted(rule.operations(), Operation::id),
        sorted(rule.families(), Family::word),
        rule.token() == null ? null : TokenMask.hidden(rule.token()),
        rule.name(),
        rule.skip() == 0 ? null : rule.skip(),
        rule.every() == 1 ? null : rule.every(),
        rule.times(),
        rule.probability(),
        rule.seed() == 0 ? null : rule.seed(),
        failure == null ? null : failure.status(),
        failure == null ? null : failure.code(),
        failure == null ? null : failure.message(),
        rule.failure().retryAfterSeconds(),
        delay.max() == 0 ? null : delay.min(),
        delay.max() == delay.min() ? null : delay.max());
  }

  private static <T> @Nullable List<T> sorted(
      @Nullable Collection<T> values, Function<T, String> word) {
    return values == null ? null : values.stream().sorted(Comparator.comparing(word)).toList();
  }
}
