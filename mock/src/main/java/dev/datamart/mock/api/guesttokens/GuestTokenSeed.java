package dev.datamart.mock.api.guesttokens;

import dev.datamart.mock.domain.GuestToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.json.PlainJson;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.stub.model.GuestTokenParams;
import dev.datamart.stub.model.GuestTokenPermissions;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Guest tokens in a seed. */
public final class GuestTokenSeed {

  public static final SeedForm<GuestToken> FORM =
      SeedForm.of(Kind.GUEST_TOKEN, "value", GuestTokenSeed::read);

  private GuestTokenSeed() {}

  private static UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    GuestTokenParams params = at.object("params", json -> model(json, GuestTokenParams.class));
    List<String> embeds = at.object("allowedEmbeds", json -> json.texts());
    if (embeds != null) {
      params = (params == null ? new GuestTokenParams() : params).allowedEmbeds(embeds);
    }
    GuestTokenDraft draft =
        new GuestTokenDraft(
            at.text("clientId"),
            at.optionalText("datasourceName"),
            params,
            at.object("permissions", json -> model(json, GuestTokenPermissions.class)),
            at.object("theme", LocatedJson::plain),
            null);
    return GuestTokens.restore(
        draft, owner, at.text("value"), at.time("createdAt", now), at.time("expiresAt"));
  }

  private static <T> T model(LocatedJson at, Class<T> type) throws SeedException {
    try {
      return PlainJson.model(at.plain(), type);
    } catch (IllegalArgumentException mismatch) {
      throw at.refuse("what stands here is not what the API takes");
    }
  }
}
