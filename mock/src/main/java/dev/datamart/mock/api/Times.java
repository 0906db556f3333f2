package dev.datamart.mock.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments as the generated models carry them. */
public final class Times {

  private Times() {}

  public static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
