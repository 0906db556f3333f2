package dev.datamart.mock.api.apitokens;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The API tokens of the data apps of an organization. */
final class ApiTokens {

  /** Longer than any token is watched: a hundred years, in seconds. */
  private static final BigDecimal LONGEST_LIFE = BigDecimal.valueOf(3_155_760_000L);

  private ApiTokens() {}

  /** Adds a token to a data app; several may share a name. */
  static UnaryOperator<Organization> create(
      @Nullable String dataAppName,
      @Nullable String name,
      String value,
      Instant now,
      @Nullable Instant expiresAt) {
    String app = Require.text(dataAppName, "dataAppName");
    ApiToken token = new ApiToken(value, Require.text(name, "name"), app, now, expiresAt);

    return before -> checked(before, app).with(token);
  }

  /** Returns the tokens of a data app that still open doors at that moment. */
  static List<ApiToken> alive(
      Organization organization, @Nullable String dataAppName, Instant now) {
    String app = Require.text(dataAppName, "dataAppName");
    return checked(organization, app).of(Kind.API_TOKEN, app).all().stream()
        .filter(token -> token.isAlive(now))
        .toList();
  }

  /**
   * Gives a data app a new token of the same name, and an end to the old one.
   *
   * @param oldValue the token that is replaced
   * @param expireAt seconds until the old token dies, as a number or a numeric text; 0 is at once
   */
  static UnaryOperator<Organization> rotate(
      String oldValue, @Nullable Object expireAt, String newValue, Instant now) {
    BigDecimal seconds = seconds(Require.value(expireAt, "expireAt"));
    if (seconds.signum() < 0) {
      throw Detail.NEGATIVE.refusal("expireAt");
    }
    long millis = seconds.min(LONGEST_LIFE).movePointRight(3).longValue();
    Instant end = now.plus(Duration.ofMillis(millis));

    return before -> {
      ApiToken old = before.bySecret(Kind.API_TOKEN, oldValue);
      if (old == null) {
        throw Refusal.of(Problem.UNAUTHENTICATED);
      }
      ApiToken next = new ApiToken(newValue, old.name(), old.dataAppName(), now, null);
      return before.with(old.expiringAt(end)).with(next);
    };
  }

  /**
   * Makes a token that leads to the caller's organization alone, and changes the organization so
   * that it has it. It leads there before the first caller can see it in a list.
   */
  static String issue(ApiCall call, Function<String, UnaryOperator<Organization>> change) {
    String token = call.newId();
    // Organizations whose identifiers are made from the same seed draw the same tokens.
    while (!call.organizations().leadsTo(token, call.state())) {
      token = call.newId();
    }
    try {
      call.change(change.apply(token));
      return token;
    } catch (Refusal refusal) {
      if (call.organization().bySecret(Kind.API_TOKEN, token) == null) {
        call.organizations().release(token, call.state());
      }
      throw refusal;
    }
  }

  private static BigDecimal seconds(Object expireAt) {
    if (expireAt instanceof BigDecimal fraction) {
      return fraction;
    }
    boolean isNumber = expireAt instanceof Number || expireAt instanceof String;
    if (!isNumber || !expireAt.toString().matches("-?\\d{1,1000}(\\.\\d{1,1000})?")) {
      throw Detail.OTHER_TYPE.refusal("expireAt", "a number of seconds");
    }
    return new BigDecimal(expireAt.toString());
  }

  private static Organization checked(Organization organization, String dataApp) {
    if (!organization.dataApps().has(dataApp)) {
      throw Refusal.of(Problem.DATA_APP_NOT_FOUND);
    }
    return organization;
  }
}
