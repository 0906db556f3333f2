package dev.datamart.mock.handle;

import dev.datamart.mock.domain.Changed;
import dev.datamart.mock.domain.GuestToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** The guest tokens of an organization, which no operation of the API lists. */
public final class GuestTokensHandle {

  private final OrganizationState state;

  GuestTokensHandle(OrganizationState state) {
    this.state = state;
  }

  /**
   * Returns what is known of each, in order of creation: of those that live, and of those that died
   * within the versions that are kept.
   */
  public List<GuestTokenFacts> all() {
    Organization now = state.current().organization();
    List<GuestTokenFacts> all = new ArrayList<>(gone(now));
    now.all(Kind.GUEST_TOKEN).forEach(token -> all.add(facts(token)));
    all.sort(Comparator.comparing(GuestTokenFacts::createdAt));
    return all;
  }

  /** Returns what is known of those of that client. */
  public List<GuestTokenFacts> ofClient(String clientId) {
    return all().stream().filter(token -> token.clientId().equals(clientId)).toList();
  }

  /**
   * Ends the time of a token, as if it had run out; one that is dead already stays as it is.
   *
   * @throws NoSuchElementException when nothing is known of such a guest token
   */
  public GuestTokenFacts expire(String token) {
    Instant now = state.clock().instant();
    state.change(
        "expire guest token",
        before -> {
          GuestToken found = before.bySecret(Kind.GUEST_TOKEN, token);
          return found == null || !found.isAlive(now)
              ? before
              : before.with(found.withExpiresAt(now));
        });
    return all().stream()
        .filter(known -> known.token().equals(token))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no such guest token."));
  }

  private GuestTokenFacts facts(GuestToken token) {
    Instant end = token.expiresAt();
    return end == null || token.isAlive(state.clock().instant())
        ? GuestTokenFacts.alive(token)
        : GuestTokenFacts.ended(token, end, OrganizationState.EXPIRY);
  }

  /** Returns the last end of each that is no more: one that was brought back can go again. */
  private List<GuestTokenFacts> gone(Organization now) {
    List<GuestTokenFacts> gone = new ArrayList<>();
    Set<String> told = new HashSet<>();
    List<Version> versions = state.versions();
    for (int i = versions.size() - 1; i > 0; i--) {
      Version after = versions.get(i);
      for (Changed<?> one : versions.get(i - 1).organization().compare(after.organization())) {
        if (one.old() instanceof GuestToken token
            && one.now() == null
            && now.bySecret(Kind.GUEST_TOKEN, token.value()) == null
            && told.add(token.value())) {
          gone.add(GuestTokenFacts.ended(token, end(token, after), after.cause()));
        }
      }
    }
    return gone;
  }

  /** A token is dead from its last moment on, and taken away with the next change. */
  private static Instant end(GuestToken token, Version after) {
    Instant expiry = token.expiresAt();
    return expiry != null && after.cause().equals(OrganizationState.EXPIRY)
        ? expiry
        : after.since();
  }
}
