package dev.datamart.mock.fault;

import dev.datamart.mock.problem.Detail;
import java.util.Locale;

/**
 * A fault for one request, asked for in a header that only the mock knows. Its value is the name of
 * a preset, with an argument where it has one: {@code applied-then-error}, {@code error 503},
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
   * @throws Refusal when it is not understood
   */
  public static FaultRule parse(String value) {
    String[] words = value.trim().toLowerCase(Locale.ROOT).split(" +", 2);
    try {
      FaultPreset preset = FaultPreset.named(words[0]).orElseThrow(IllegalArgumentException::new);
      return words.length == 1 ? preset.rule() : preset.rule(Integer.parseInt(words[1]));
    } catch (IllegalArgumentException unfit) {
      throw Detail.NOT_A_FAULT.refusal(NAME, value, FaultPreset.names());
    }
  }
}
