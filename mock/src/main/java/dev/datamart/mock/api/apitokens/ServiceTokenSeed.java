package dev.datamart.mock.api.apitokens;

import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Service tokens in a seed, which no operation makes or lists: each is the text that it is. */
public final class ServiceTokenSeed implements SeedForm<ServiceToken> {

  @Override
  public Kind<ServiceToken> kind() {
    return Kind.SERVICE_TOKEN;
  }

  @Override
  public String key(LocatedJson at) throws SeedException {
    return at.text();
  }

  @Override
  public UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    ServiceToken token = new ServiceToken(at.text());
    return before -> before.with(token);
  }

  @Override
  public Object written(ServiceToken token) {
    return token.value();
  }
}
