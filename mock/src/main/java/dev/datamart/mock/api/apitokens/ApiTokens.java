package dev.datamart.mock.api.apitokens;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.dataapps.DataApps;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The API keys of the data apps of an organization. */
public final class ApiTokens {

  /** Longer than any key is watched: a hundred years, in seconds. */
  private static final long LONGEST_LIFE = 3_155_760_000L;

  private ApiTokens() {}

  /** Adds a key to a data app; several may share a name. */
  public static UnaryOperator<Organization> create(
      @Nullable String dataAppName, @Nullable String name, String value, Instant now) {
    String app = Require.text(dataAppName, "dataAppName");
    ApiToken key = new ApiToken(value, Require.text(name, "name"), app, now, null);

    return before -> {
      DataApps.find(before, app);
      return before.with(key);
    };
  }

  /** Returns the keys of a data app that still open doors at that moment. */
  public static List<ApiToken> alive(Organization organization, String dataAppName, Instant now) {
    return DataApps.find(organization, dataAppName).apiKeys().all().stream()
        .filter(key -> key.isAlive(now))
        .toList();
  }

  /**
   * Gives a data app a new key of the same name, and an end to the old one.
   *
   * @param oldValue the key that is replaced
   * @param expireAt seconds until the old key dies; 0 is at once
   */
  public static UnaryOperator<Organization> rotate(
      String oldValue, @Nullable BigDecimal expireAt, String newValue, Instant now) {
    BigDecimal seconds = Require.value(expireAt, "expireAt");
    if (seconds.signum() < 0) {
      throw Detail.NEGATIVE.refusal("expireAt");
    }
    BigDecimal bounded = seconds.min(BigDecimal.valueOf(LONGEST_LIFE));
    Instant end = now.plus(Duration.ofMillis(bounded.movePointRight(3).longValue()));

    return before -> {
      ApiToken old =
          before.apiKeys().find(oldValue).orElseThrow(() -> Refusal.of(Problem.UNAUTHENTICATED));
      ApiToken next = new ApiToken(newValue, old.name(), old.dataAppName(), now, null);
      return before.with(old.expiringAt(end)).with(next);
    };
  }
}
