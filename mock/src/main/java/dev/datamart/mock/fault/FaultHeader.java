package dev.datamart.mock.fault;

import dev.datamart.mock.problem.Detail;
import java.util.Locale;

/**
 * A fault for one request, asked for in a header that only the mock knows. Its value is the name of
 * an effect, with an argument where it has one: {@code applied-then-error}, {@code error 503},
 * {@code expired}, {@code too-many-requests 30}, {@code delay 250}, {@code reset}, {@code
 * truncate}.
 */
public final class FaultHeader {

  /** The name of the header. */
  public static final String NAME = "X-Mock-Fault";

  private FaultHeader() {}

  /**
   * Returns the fault that the value asks for.
   *
   * @throws dev.datamart.mock.problem.Refusal when it is not understood
   */
  public static FaultRule parse(String value) {
    String[] words = value.trim().toLowerCase(Locale.ROOT).split(" +", 2);
    FaultPresets.Builder builder =
        FaultPresets.named(words[0]).orElseThrow(() -> notUnderstood(value));
    if (words.length == 1) {
      return builder.rule();
    }
    int argument = number(words[1]);
    if (!isFit(builder.effect(), argument, words[0])) {
      throw notUnderstood(value);
    }
    return builder.with(argument).rule();
  }

  /** A status for errors, seconds for those that say when to come again, milliseconds of delay. */
  private static boolean isFit(FaultEffect effect, int argument, String name) {
    return switch (effect) {
      case ERROR, APPLIED_THEN_ERROR ->
          name.equals("too-many-requests") ? argument >= 0 : argument >= 400 && argument <= 599;
      case DELAY, SLOW_BODY -> argument >= 0 && argument <= FaultRule.Delay.LONGEST_MILLIS;
      case RESET, APPLIED_THEN_RESET, TRUNCATE, MALFORMED -> false;
    };
  }

  private static int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException notANumber) {
      throw notUnderstood(word);
    }
  }

  private static RuntimeException notUnderstood(String value) {
    return Detail.NOT_A_FAULT.refusal(NAME, value, FaultPresets.names());
  }
}
