package dev.datamart.mock.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token whose time can be over. */
public interface Expiring extends Keyed {

  /** Returns the first moment at which it is dead; null while none is set. */
  @Nullable Instant expiresAt();

  /** Returns whether it still opens doors at that moment. */
  default boolean isAlive(Instant now) {
    Instant end = expiresAt();
    return end == null || now.isBefore(end);
  }
}
