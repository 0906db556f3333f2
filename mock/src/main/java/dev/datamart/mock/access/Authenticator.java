package dev.datamart.mock.access;

import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Organizations;
import dev.datamart.mock.store.Version;
import dev.datamart.spec.Problem;
import dev.datamart.spec.TokenNeed;
import org.jspecify.annotations.Nullable;

/** Turns a Bearer token into a caller, or refuses. */
public final class Authenticator {

  private static final String SCHEME = "bearer ";

  private final Organizations organizations;

  public Authenticator(Organizations organizations) {
    this.organizations = organizations;
  }

  /** Returns where its tokens lead. */
  public Organizations organizations() {
    return organizations;
  }

  /**
   * Returns who shows that header.
   *
   * @param authorization the value of the Authorization header; null when there is none
   * @param need what the operation asks for, which decides the words of a refusal
   * @throws Refusal with status 401 unless the token is known and alive
   */
  public Caller authenticate(@Nullable String authorization, TokenNeed need) {
    String token = bearer(authorization);
    OrganizationState state = token == null ? null : organizations.byToken(token);
    Caller caller = token == null || state == null ? null : identify(state, token);
    if (caller == null) {
      throw unknown(need);
    }
    caller.state().touch();
    return caller;
  }

  /**
   * Refuses unless the caller's token is of the kind that the operation needs.
   *
   * @throws Refusal 403 for an API key where a service token is needed, 400 for the other way round
   */
  public void authorize(Caller caller, TokenNeed need) {
    if (need == TokenNeed.SERVICE && caller.dataApp() != null) {
      throw Refusal.of(Problem.SERVICE_TOKEN_REQUIRED);
    }
    if (need == TokenNeed.DATA_APP && caller.dataApp() == null) {
      throw Refusal.of(Problem.DATA_APP_KEY_REQUIRED);
    }
  }

  /**
   * Refuses unless the caller's token still opens that state: between the first look and the change
   * another request may have revoked it.
   */
  public void confirm(Caller caller, Organization organization) {
    if (identify(caller.state(), organization, caller.token()) == null) {
      throw Refusal.of(Problem.UNAUTHENTICATED);
    }
  }

  /** Returns what somebody hears whose token opens nothing. */
  public static Refusal unknown(TokenNeed need) {
    return Refusal.of(
        need == TokenNeed.SERVICE ? Problem.SERVICE_TOKEN_INVALID : Problem.UNAUTHENTICATED);
  }

  private static @Nullable Caller identify(OrganizationState state, String token) {
    Version now = state.current();
    return now.isEnd() ? null : identify(state, now.organization(), token);
  }

  private static @Nullable Caller identify(
      OrganizationState state, Organization organization, String token) {
    if (organization.bySecret(Kind.SERVICE_TOKEN, token) != null) {
      return new Caller(state, token, null);
    }
    ApiToken key = organization.bySecret(Kind.API_TOKEN, token);
    return key == null || !key.isAlive(state.clock().instant())
        ? null
        : new Caller(state, token, key.dataAppName());
  }

  private static @Nullable String bearer(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).trim()
        : null;
  }
}
