package dev.datamart.mock.api.apitokens;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.NewToken;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.ApiTokensApi;
import dev.datamart.stub.model.ApiTokenItem;
import dev.datamart.stub.model.CreateApiTokenRequest;
import dev.datamart.stub.model.CreateApiTokenResponse;
import dev.datamart.stub.model.ListApiTokensResponse;
import dev.datamart.stub.model.RotateApiTokenRequest;
import dev.datamart.stub.model.RotateApiTokenResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code /data-app/api-tokens} and {@code /data-app/rotate-api}. */
public final class ApiTokensResource implements ApiTokensApi {

  /** Tokens in a seed. */
  public static final SeedForm<ApiToken> SEED =
      SeedForm.of(
          Kind.API_TOKEN,
          "value",
          (at, app, now) ->
              create(
                  app,
                  at.text("name"),
                  at.text("value"),
                  at.time("createdAt", now),
                  at.time("expiresAt")));

  /** Service tokens, which no operation makes or lists: each is the text that it is. */
  public static final SeedForm<ServiceToken> SERVICE_SEED =
      new SeedForm<>(
          Kind.SERVICE_TOKEN,
          LocatedJson::text,
          (at, nobody, now) -> {
            ServiceToken token = new ServiceToken(at.text());
            return before -> before.with(token);
          },
          ServiceToken::value);

  /** Longer than any token is watched: a hundred years, in seconds. */
  private static final BigDecimal LONGEST_LIFE = BigDecimal.valueOf(3_155_760_000L);

  /** Not kept with the state: which tokens are dead depends on the clock. */
  @Override
  public ListApiTokensResponse listApiTokens(
      @Nullable String dataAppName, String isPagination, String pageNumber) {
    ApiCall call = ApiCall.current();
    Page page = Page.ofQuery(isPagination, pageNumber);
    List<ApiToken> alive = alive(call.organization(), dataAppName, call.now());
    return new ListApiTokensResponse()
        .data(page.of(alive).stream().map(ApiTokensResource::item).toList());
  }

  @Override
  public CreateApiTokenResponse createApiToken(CreateApiTokenRequest body) {
    ApiCall call = ApiCall.current();
    String app = body.getDataAppName();
    return new CreateApiTokenResponse()
        .key(
            NewToken.issue(
                call,
                Kind.API_TOKEN,
                token -> create(app, body.getName(), token, call.now(), null)));
  }

  @Override
  public RotateApiTokenResponse rotateApiToken(RotateApiTokenRequest body) {
    ApiCall call = ApiCall.current();
    return new RotateApiTokenResponse()
        .key(
            NewToken.issue(
                call,
                Kind.API_TOKEN,
                token -> rotate(call.token(), body.getExpireAt(), token, call.now())));
  }

  private static ApiTokenItem item(ApiToken token) {
    return new ApiTokenItem()
        .key(token.value())
        .name(token.name())
        .description("API key for data app " + token.dataAppName())
        .createdAt(token.createdAt().atOffset(ZoneOffset.UTC));
  }

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
   * Gives a data app a new token of the same name, and an end to the old one, which is gone when it
   * comes at once.
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
      ApiToken ending = old.expiringAt(end);
      Organization left = ending.isAlive(now) ? before.with(ending) : before.without(Ref.of(old));
      return left.with(next);
    };
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
    Require.found(organization, Kind.DATA_APP, dataApp, Problem.DATA_APP_NOT_FOUND);
    return organization;
  }
}
