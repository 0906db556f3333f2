package dev.datamart.mock.fault;

import static dev.datamart.mock.fault.FaultRule.doing;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.datamart.mock.fault.FaultRule.Delay;
import dev.datamart.mock.problem.Detail;
import dev.datamart.spec.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The faults by name, so that the usual ones take one word. */
public enum FaultPreset {
  ERROR(doing(FaultEffect.ERROR)),
  UNEXPECTED_FAILURE(doing(FaultEffect.ERROR)),
  EXPIRED(doing(FaultEffect.ERROR).withFailure(Failure.of(Problem.UNAUTHENTICATED))),
  TOO_MANY_REQUESTS(doing(FaultEffect.ERROR).withFailure(Failure.of(Problem.TOO_MANY_REQUESTS))),
  APPLIED_THEN_ERROR(doing(FaultEffect.APPLIED_THEN_ERROR)),
  APPLIED_THEN_RESET(doing(FaultEffect.APPLIED_THEN_RESET)),
  DELAY(doing(FaultEffect.DELAY).withDelay(Delay.of(1_000))),
  RESET(doing(FaultEffect.RESET)),
  TRUNCATE(doing(FaultEffect.TRUNCATE)),
  MALFORMED(doing(FaultEffect.MALFORMED)),
  SLOW_BODY(doing(FaultEffect.SLOW_BODY).withDelay(Delay.of(1_000)));

  /** The header that asks for a fault for one request, which only the mock knows. */
  public static final String HEADER = "X-Mock-Fault";

  private final FaultRule rule;

  FaultPreset(FaultRule rule) {
    this.rule = rule;
  }

  /** Returns the preset of that name. */
  public static Optional<FaultPreset> named(@Nullable String word) {
    return Arrays.stream(values()).filter(preset -> preset.word().equals(word)).findFirst();
  }

  /** Returns the names, for a sentence. */
  public static String names() {
    return Arrays.stream(values()).map(FaultPreset::word).collect(Collectors.joining(", "));
  }

  /** Returns its name in JSON and in headers. */
  @JsonValue
  public String word() {
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
      case DELAY, SLOW_BODY -> rule.withDelay(Delay.of(argument));
      case RESET, APPLIED_THEN_RESET, TRUNCATE, MALFORMED ->
          throw new IllegalArgumentException(word() + " takes no argument.");
    };
  }

  /**
   * Returns the fault that the value of {@link #HEADER} asks for: the name of a preset, with an
   * argument where it has one, as {@code applied-then-error}, {@code error 503}, {@code expired},
   * {@code too-many-requests 30} or {@code delay 250}.
   *
   * @throws Refusal when it is not understood
   */
  public static FaultRule ofHeader(String value) {
    String[] words = value.trim().toLowerCase(Locale.ROOT).split(" +", 2);
    try {
      FaultPreset preset = named(words[0]).orElseThrow(IllegalArgumentException::new);
      return words.length == 1 ? preset.rule() : preset.rule(Integer.parseInt(words[1]));
    } catch (IllegalArgumentException unfit) {
      throw Detail.NOT_A_FAULT.refusal(HEADER, value, names());
    }
  }
}
