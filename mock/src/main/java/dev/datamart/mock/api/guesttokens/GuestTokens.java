package dev.datamart.mock.api.guesttokens;

import static java.util.Objects.requireNonNullElse;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.GuestToken;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.json.PlainJson;
import dev.datamart.stub.model.GuestTokenParams;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rules by which guest tokens are made. */
final class GuestTokens {

  /** Longer than any token is watched: a hundred years, in milliseconds. */
  private static final BigDecimal LONGEST_LIFE = BigDecimal.valueOf(3_155_760_000_000L);

  private GuestTokens() {}

  /** Adds a token to a data app; each is another one, whatever it is made of. */
  static UnaryOperator<Organization> create(
      GuestTokenDraft draft, String dataApp, String value, Instant now) {
    return restore(draft, dataApp, value, now, end(draft.expiryTime(), now));
  }

  /** The same with an end that is known. */
  static UnaryOperator<Organization> restore(
      GuestTokenDraft draft,
      String dataApp,
      String value,
      Instant createdAt,
      @Nullable Instant expiresAt) {
    GuestTokenParams params = requireNonNullElse(draft.params(), new GuestTokenParams());
    GuestToken token =
        new GuestToken(
            value,
            dataApp,
            Require.text(draft.clientId(), "clientId"),
            draft.datasourceName(),
            params.getAllowedEmbeds() == null
                ? null
                : params.getAllowedEmbeds().stream().distinct().toList(),
            filters(params),
            permissions(draft),
            draft.theme(),
            createdAt,
            expiresAt);

    return before -> {
      GuestTokenRules.checkNames(before, token.dataAppName(), draft);
      return before.with(token);
    };
  }

  private static @Nullable Instant end(@Nullable BigDecimal expiryTime, Instant now) {
    if (expiryTime == null) {
      return null;
    }
    // Bounded before it is looked at: written out, 1e-999999999 would fill the memory.
    BigDecimal millis = expiryTime.max(BigDecimal.ONE).min(LONGEST_LIFE);
    return now.plus(Duration.ofMillis(millis.longValue()));
  }

  private static Map<String, Boolean> permissions(GuestTokenDraft draft) {
    Map<String, Boolean> flags = new TreeMap<>();
    PlainJson.members(draft.permissions())
        .forEach((name, flag) -> flags.put(name, Boolean.TRUE.equals(flag)));
    return Collections.unmodifiableMap(flags);
  }

  /** Returns all but the embeds, which are what the token hangs on. */
  private static Map<String, Object> filters(GuestTokenParams params) {
    // What filters are given is nobody's business, nulls included.
    Map<String, Object> members = PlainJson.members(params, "values");
    members.remove("allowedEmbeds");
    return Collections.unmodifiableMap(members);
  }
}
