package dev.datamart.mock.seed;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;

/** Makes an organization of a seed into one that nobody has a token of yet. */
public final class FreshTokens {

  private FreshTokens() {}

  /** Returns the organization with fresh tokens; the rest is shared with the seed. */
  public static Organization of(Organization seed, IdSource ids) {
    Organization fresh = seed;
    for (ServiceToken token : seed.serviceTokens()) {
      fresh = fresh.without(token).with(new ServiceToken(ids.next()));
    }
    for (DataApp app : seed.dataApps()) {
      for (ApiToken key : app.apiKeys()) {
        ApiToken other =
            new ApiToken(
                ids.next(), key.name(), key.dataAppName(), key.createdAt(), key.expiresAt());
        fresh = fresh.without(key).with(other);
      }
    }
    return fresh;
  }
}
