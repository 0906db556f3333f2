package dev.datamart.mock.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The credential of one data app.
 *
 * @param value the secret itself, sent as Bearer token
 * @param expiresAt the first moment at which it is dead; null while nobody rotated it
 */
public record ApiToken(
    String value, String name, String dataAppName, Instant createdAt, @Nullable Instant expiresAt)
    implements Expiring {

  @Override
  public String key() {
    return value;
  }

  ApiToken withValue(String other) {
    return new ApiToken(other, name, dataAppName, createdAt, expiresAt);
  }

  /** Returns the token, dead from that moment on, or from an earlier one that was set before. */
  public ApiToken expiringAt(Instant moment) {
    boolean diesSooner = expiresAt != null && expiresAt.isBefore(moment);
    return diesSooner ? this : new ApiToken(value, name, dataAppName, createdAt, moment);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ApiToken[" + name + " of " + dataAppName + "]";
  }
}
