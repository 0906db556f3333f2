package dev.datamart.mock.migration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

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

  /** Returns its name in JSON. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
