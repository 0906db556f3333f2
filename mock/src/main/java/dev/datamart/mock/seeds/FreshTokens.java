package dev.datamart.mock.seeds;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;

/** Makes an organization of a seed into one that nobody has a token of yet. */
public final class FreshTokens {

  private FreshTokens() {}

  /** Returns the organization with fresh tokens; the rest is shared with the seed. */
  public static Organization of(Organization seed, IdSource ids) {
    Organization fresh = seed;
    for (Kind<?> kind : Kind.ALL) {
      fresh = kind.isSecret() ? renewed(kind, fresh, ids) : fresh;
    }
    return fresh;
  }

  private static <T extends Keyed> Organization renewed(
      Kind<T> kind, Organization seed, IdSource ids) {
    Organization fresh = seed;
    for (T token : seed.all(kind)) {
      fresh =
          fresh
              .without(new Ref(kind, kind.ownerOf(token), token.key()))
              .with(kind.renewed(token, ids.next()));
    }
    return fresh;
  }
}
