package dev.datamart.mock.api.apitokens;

import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** API tokens in a seed. */
public final class ApiTokenSeed implements SeedForm<ApiToken> {

  @Override
  public Kind<ApiToken> kind() {
    return Kind.API_TOKEN;
  }

  @Override
  public String key(LocatedJson at) throws SeedException {
    return at.text("value");
  }

  @Override
  public UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    return ApiTokens.create(
        owner, at.text("name"), key(at), at.time("createdAt", now), at.time("expiresAt"));
  }
}
