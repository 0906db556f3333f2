package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lets one end user see embeds of a data app, as one client may.
 *
 * @param value the secret itself, which a browser sends
 * @param allowedEmbeds the embeds that it sees; null when it sees all of the data app
 * @param params the filters and what else it was made with, as JSON has it
 * @param permissions what the end user may do, where that was said
 * @param theme as it was given
 */
@RecordBuilder
public record GuestToken(
    String value,
    String dataAppName,
    String clientId,
    @Nullable String datasourceName,
    @Nullable List<String> allowedEmbeds,
    Map<String, Object> params,
    Map<String, Boolean> permissions,
    @Nullable Object theme,
    Instant createdAt,
    @Nullable Instant expiresAt)
    implements Expiring, GuestTokenBuilder.With {

  public GuestToken {
    requireNonNull(clientId, "clientId");
    allowedEmbeds = allowedEmbeds == null ? null : List.copyOf(allowedEmbeds);
  }

  @Override
  public String key() {
    return value;
  }

  /** Returns the embeds without which it cannot be. */
  List<String> seen() {
    return allowedEmbeds == null ? List.of() : allowedEmbeds;
  }

  /** Returns the token as it sees just those embeds; null when none is left of them. */
  @Nullable GuestToken seeing(List<String> embeds) {
    return embeds.isEmpty() ? null : withAllowedEmbeds(embeds);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "GuestToken[of " + clientId + " in " + dataAppName + "]";
  }
}
