package dev.datamart.mock.api.apitokens;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.dataapps.DataAppAnswers;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.stub.api.ApiTokensApi;
import dev.datamart.stub.model.CreateApiTokenRequest;
import dev.datamart.stub.model.CreateApiTokenResponse;
import dev.datamart.stub.model.ListApiTokensResponse;
import dev.datamart.stub.model.RotateApiTokenRequest;
import dev.datamart.stub.model.RotateApiTokenResponse;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code /data-app/api-tokens} and {@code /data-app/rotate-api}. */
public final class ApiTokensResource implements ApiTokensApi {

  /** Not kept with the state: which keys are dead depends on the clock. */
  @Override
  public ListApiTokensResponse listApiTokens(
      @Nullable String dataAppName, String isPagination, String pageNumber) {
    ApiCall call = ApiCall.current();
    Page page = Page.ofQuery(isPagination, pageNumber);
    String app = Require.text(dataAppName, "dataAppName");
    OrderedMap<ApiToken> alive =
        OrderedMap.of(ApiTokens.alive(call.organization(), app, call.now()));
    return DataAppAnswers.listKeys(page.of(alive));
  }

  @Override
  public CreateApiTokenResponse createApiToken(CreateApiTokenRequest body) {
    ApiCall call = ApiCall.current();
    String key = newKey(call);
    change(call, key, ApiTokens.create(body.getDataAppName(), body.getName(), key, call.now()));
    return new CreateApiTokenResponse().key(key);
  }

  @Override
  public RotateApiTokenResponse rotateApiToken(RotateApiTokenRequest body) {
    ApiCall call = ApiCall.current();
    String key = newKey(call);
    change(call, key, ApiTokens.rotate(call.token(), seconds(body.getExpireAt()), key, call.now()));
    return new RotateApiTokenResponse().key(key);
  }

  /** Organizations whose identifiers are made from the same seed draw the same keys. */
  private static String newKey(ApiCall call) {
    String key = call.newId();
    while (!call.organizations().leadsTo(key, call.state())) {
      key = call.newId();
    }
    return key;
  }

  /** A key leads to its organization before the first caller can see it in a list. */
  private static void change(ApiCall call, String key, UnaryOperator<Organization> change) {
    try {
      call.change(change);
    } catch (Refusal refusal) {
      if (!call.organization().apiKeys().has(key)) {
        call.organizations().release(key, call.state());
      }
      throw refusal;
    }
  }

  /** Reads a number, however it is spelled in JSON, or a numeric text; clients send both. */
  private static @Nullable BigDecimal seconds(@Nullable Object expireAt) {
    if (expireAt == null) {
      return null;
    }
    if (expireAt instanceof BigDecimal fraction) {
      return fraction;
    }
    boolean isNumber = expireAt instanceof Number || expireAt instanceof String;
    if (!isNumber || !expireAt.toString().matches("-?\\d{1,1000}(\\.\\d{1,1000})?")) {
      throw Detail.OTHER_TYPE.refusal("expireAt", "a number of seconds");
    }
    return new BigDecimal(expireAt.toString());
  }
}
