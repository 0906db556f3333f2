package dev.datamart.mock.api.guesttokens;

import dev.datamart.mock.api.Require;
import dev.datamart.stub.model.CreateGuestTokenLegacyRequest;
import dev.datamart.stub.model.CreateGuestTokenRequest;
import dev.datamart.stub.model.GuestTokenParams;
import dev.datamart.stub.model.GuestTokenPermissions;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the bodies of all paths have in common, in its shape; what it names need not be there. */
record GuestTokenDraft(
    @Nullable String clientId,
    @Nullable String datasourceName,
    @Nullable GuestTokenParams params,
    @Nullable GuestTokenPermissions permissions,
    @Nullable Object theme,
    @Nullable BigDecimal expiryTime) {

  GuestTokenDraft {
    Require.text(clientId, "clientId");
    GuestTokenRules.checkShape(datasourceName, params, expiryTime);
  }

  static GuestTokenDraft of(CreateGuestTokenRequest body) {
    return new GuestTokenDraft(
        body.getClientId(),
        body.getDatasourceName(),
        body.getParams(),
        body.getPermissions(),
        body.getTheme(),
        body.getExpiryTime());
  }

  static GuestTokenDraft of(CreateGuestTokenLegacyRequest body) {
    return new GuestTokenDraft(
        body.getClientId(),
        body.getDatasourceName(),
        body.getParams(),
        body.getPermissions(),
        body.getTheme(),
        body.getExpiryTime());
  }
}
