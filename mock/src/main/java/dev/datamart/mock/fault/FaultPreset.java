package dev.datamart.mock.fault;

import dev.datamart.spec.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The faults by name, so that the usual ones take one word. */
public enum FaultPreset {
  ERROR(FaultEffect.ERROR),
  UNEXPECTED_FAILURE(FaultEffect.ERROR),
  EXPIRED(FaultEffect.ERROR, Failure.of(Problem.UNAUTHENTICATED)),
  TOO_MANY_REQUESTS(FaultEffect.ERROR, Failure.of(Problem.TOO_MANY_REQUESTS)),
  APPLIED_THEN_ERROR(FaultEffect.APPLIED_THEN_ERROR),
  APPLIED_THEN_RESET(FaultEffect.APPLIED_THEN_RESET),
  DELAY(FaultEffect.DELAY, FaultRule.Delay.of(1_000)),
  RESET(FaultEffect.RESET),
  TRUNCATE(FaultEffect.TRUNCATE),
  MALFORMED(FaultEffect.MALFORMED),
  SLOW_BODY(FaultEffect.SLOW_BODY, FaultRule.Delay.of(1_000));

  private final FaultRule rule;

  FaultPreset(FaultEffect effect) {
    this.rule = FaultRule.of(effect);
  }

  FaultPreset(FaultEffect effect, Failure failure) {
    this.rule = FaultRule.of(effect).withFailure(failure);
  }

  FaultPreset(FaultEffect effect, FaultRule.Delay delay) {
    this.rule = FaultRule.of(effect).withDelay(delay);
  }

  /** Returns the preset of that name. */
  public static Optional<FaultPreset> named(@Nullable String word) {
    return Arrays.stream(values()).filter(preset -> preset.word().equals(word)).findFirst();
  }

  /** Returns the names, for a sentence. */
  public static String names() {
    return Arrays.stream(values()).map(FaultPreset::word).collect(Collectors.joining(", "));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the fault, which hits every call. */
  public FaultRule rule() {
    return rule;
  }

  /**
   * Returns the fault with its one argument: a status for errors, seconds for {@link
   * #TOO_MANY_REQUESTS}, milliseconds for the slow ones.
   *
   * @throws IllegalArgumentException when it does not take that one
   */
  public FaultRule rule(int argument) {
    return switch (rule.effect()) {
      case ERROR, APPLIED_THEN_ERROR ->
          rule.withFailure(
              this == TOO_MANY_REQUESTS
                  ? rule.failure().withRetryAfterSeconds(argument)
                  : Failure.of(argument));
      case DELAY, SLOW_BODY -> rule.withDelay(FaultRule.Delay.of(argument));
      case RESET, APPLIED_THEN_RESET, TRUNCATE, MALFORMED ->
          throw new IllegalArgumentException(word() + " takes no argument.");
    };
  }
}
