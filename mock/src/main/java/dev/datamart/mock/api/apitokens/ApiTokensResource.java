package dev.datamart.mock.api.apitokens;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.NewToken;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Times;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.stub.api.ApiTokensApi;
import dev.datamart.stub.model.ApiTokenItem;
import dev.datamart.stub.model.CreateApiTokenRequest;
import dev.datamart.stub.model.CreateApiTokenResponse;
import dev.datamart.stub.model.ListApiTokensResponse;
import dev.datamart.stub.model.RotateApiTokenRequest;
import dev.datamart.stub.model.RotateApiTokenResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /data-app/api-tokens} and {@code /data-app/rotate-api}. */
public final class ApiTokensResource implements ApiTokensApi {

  /** Not kept with the state: which tokens are dead depends on the clock. */
  @Override
  public ListApiTokensResponse listApiTokens(
      @Nullable String dataAppName, String isPagination, String pageNumber) {
    ApiCall call = ApiCall.current();
    Page page = Page.ofQuery(isPagination, pageNumber);
    List<ApiToken> alive = ApiTokens.alive(call.organization(), dataAppName, call.now());
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
                token -> ApiTokens.create(app, body.getName(), token, call.now(), null)));
  }

  @Override
  public RotateApiTokenResponse rotateApiToken(RotateApiTokenRequest body) {
    ApiCall call = ApiCall.current();
    return new RotateApiTokenResponse()
        .key(
            NewToken.issue(
                call,
                Kind.API_TOKEN,
                token -> ApiTokens.rotate(call.token(), body.getExpireAt(), token, call.now())));
  }

  private static ApiTokenItem item(ApiToken token) {
    return new ApiTokenItem()
        .key(token.value())
        .name(token.name())
        .description("API key for data app " + token.dataAppName())
        .createdAt(Times.utc(token.createdAt()));
  }
}
