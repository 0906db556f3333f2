package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.route;

import dev.datamart.mock.handle.GuestTokenFacts;
import dev.datamart.mock.json.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guest tokens of an organization: who may see what, until when, and what ended the others. */
final class GuestTokensAdmin {

  static final List<AdminRoute> ROUTES =
      List.of(
          route(
              "GET organizations/{id}/guest-tokens",
              call -> Map.of("guestTokens", call.organization().guestTokens().all())),
          route(
              "POST organizations/{id}/guest-tokens/expire",
              Expiry.class,
              GuestTokensAdmin::expire));

  private GuestTokensAdmin() {}

  /** Which one is to end; in the body, since addresses are written down everywhere. */
  record Expiry(@Range(most = 1000) @Nullable String token) {}

  private static GuestTokenFacts expire(AdminCall call, Expiry wanted) {
    if (wanted.token() == null) {
      throw AdminException.badRequest("\"token\" is required.");
    }
    return call.organization().guestTokens().expire(wanted.token());
  }
}
