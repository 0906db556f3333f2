package dev.datamart.mock.api.guesttokens;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.NewToken;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.stub.api.GuestTokensApi;
import dev.datamart.stub.api.GuestTokensLegacyApi;
import dev.datamart.stub.model.CreateGuestTokenLegacyRequest;
import dev.datamart.stub.model.CreateGuestTokenRequest;
import dev.datamart.stub.model.CreateGuestTokenResponse;
import java.util.function.UnaryOperator;

/** {@code POST /api/v2/guest-token/create}. */
public final class GuestTokensResource implements GuestTokensApi {

  @Override
  public CreateGuestTokenResponse createGuestToken(CreateGuestTokenRequest body) {
    ApiCall call = ApiCall.current();
    GuestTokenRules.refuseMisplaced(call.body());
    String dataApp = Require.text(body.getDataAppName(), "dataAppName");
    GuestTokenDraft draft = GuestTokenDraft.of(body);
    GuestTokenRules.checkDataApp(dataApp, call.dataApp());
    return issue(call, draft, before -> before);
  }

  /**
   * Makes a token.
   *
   * @param first what is checked before what the draft names
   */
  private static CreateGuestTokenResponse issue(
      ApiCall call, GuestTokenDraft draft, UnaryOperator<Organization> first) {
    return new CreateGuestTokenResponse()
        .token(
            NewToken.issue(
                call,
                Kind.GUEST_TOKEN,
                value -> {
                  UnaryOperator<Organization> create =
                      GuestTokens.create(draft, call.dataApp(), value, call.now());
                  return before -> create.apply(first.apply(before));
                }));
  }

  /** {@code POST /api/v1/guest-token/create} and its alias, which name a workspace. */
  @SuppressWarnings("deprecation") // To serve what is deprecated is what this class is for.
  public static final class LegacyResource implements GuestTokensLegacyApi {

    @Override
    public CreateGuestTokenResponse createGuestTokenLegacy(CreateGuestTokenLegacyRequest body) {
      ApiCall call = ApiCall.current();
      GuestTokenRules.refuseMisplaced(call.body());
      String workspace = Require.text(body.getWorkspaceName(), "workspaceName");
      return issue(call, GuestTokenDraft.of(body), GuestTokenRules.workspaceCheck(workspace));
    }

    @Override
    public CreateGuestTokenResponse createGuestTokenLegacyAlias(
        CreateGuestTokenLegacyRequest body) {
      return createGuestTokenLegacy(body);
    }
  }
}
