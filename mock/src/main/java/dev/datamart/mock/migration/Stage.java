package dev.datamart.mock.migration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the end of the deprecated paths has come. */
public enum Stage {
  /** They answer as now. */
  AS_NOW,
  /** They name the day of their end in {@code Sunset}. */
  SUNSET,
  /** They warn in words too. */
  WARN,
  /** Each n-th call fails. */
  FAIL_EVERY,
  /** They are gone: 410, with the successor in {@code Link}. */
  GONE;

  /** Returns the stage of that name. */
  public static Optional<Stage> named(@Nullable String word) {
    return Arrays.stream(values()).filter(stage -> stage.word().equals(word)).findFirst();
  }

  /** Returns its name in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
