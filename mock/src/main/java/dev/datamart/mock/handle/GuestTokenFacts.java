package dev.datamart.mock.handle;

import dev.datamart.mock.domain.GuestToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may see what with a guest token, and until when.
 *
 * @param token the secret itself, which the control plane masks
 * @param allowedEmbeds the embeds that it sees; null when it sees all of its data app
 * @param params filters and what else it was made with
 * @param permissions what the end user may do, where that was said
 * @param expiresAt the first moment at which it is dead; null when it never expires
 * @param endedAt since when it is dead; null while it lives
 * @param endedBy what it died of: {@code expiry}, the operationId of the delete that took it along,
 *     or another cause of a version; null while it lives
 */
public record GuestTokenFacts(
    String token,
    String clientId,
    String dataAppName,
    @Nullable String datasourceName,
    @Nullable List<String> allowedEmbeds,
    Map<String, Object> params,
    Map<String, Boolean> permissions,
    @Nullable Object theme,
    Instant createdAt,
    @Nullable Instant expiresAt,
    boolean isAlive,
    @Nullable Instant endedAt,
    @Nullable String endedBy) {

  static GuestTokenFacts alive(GuestToken token) {
    return of(token, null, null);
  }

  static GuestTokenFacts ended(GuestToken token, Instant at, String by) {
    return of(token, at, by);
  }

  private static GuestTokenFacts of(
      GuestToken token, @Nullable Instant endedAt, @Nullable String endedBy) {
    return new GuestTokenFacts(
        token.value(),
        token.clientId(),
        token.dataAppName(),
        token.datasourceName(),
        token.allowedEmbeds(),
        token.params(),
        token.permissions(),
        token.theme(),
        token.createdAt(),
        token.expiresAt(),
        endedBy == null,
        endedAt,
        endedBy);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    String end = endedBy == null ? "alive" : "ended by " + endedBy;
    return "guest token of " + clientId + " in " + dataAppName + ", " + end;
  }
}
