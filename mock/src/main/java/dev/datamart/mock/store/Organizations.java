package dev.datamart.mock.store;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.domain.Organization;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** All organizations of one server, found by identifier or by token. */
public final class Organizations {

  private final ConcurrentMap<String, OrganizationState> byId = new ConcurrentHashMap<>();

  /**
   * Leads from a token to its organization in one look-up. It may know tokens that are dead: the
   * organization's own state has the last word.
   */
  private final ConcurrentMap<String, OrganizationState> byToken = new ConcurrentHashMap<>();

  /**
   * Adds an organization.
   *
   * @throws IllegalArgumentException when its identifier or one of its tokens is taken
   */
  public OrganizationState add(String id, Organization start, MockClock clock, IdSource ids) {
    OrganizationState state = new OrganizationState(id, start, clock, ids);
    if (byId.putIfAbsent(id, state) != null) {
      throw new IllegalArgumentException("There is an organization \"" + id + "\" already.");
    }
    try {
      claim(start.secrets(), state);
    } catch (IllegalArgumentException taken) {
      drop(id);
      throw taken;
    }
    return state;
  }

  /**
   * Makes a token lead to an organization, before the state that knows it is published.
   *
   * @return whether it leads there; it does not when it belongs to another organization
   */
  public boolean leadsTo(String token, OrganizationState state) {
    OrganizationState owner = byToken.putIfAbsent(token, state);
    if (owner == null) {
      state.tokens().add(token);
    }
    return owner == null || owner == state;
  }

  private void claim(List<String> tokens, OrganizationState state) {
    // A look at all of them first: where one is taken, none is claimed.
    if (tokens.stream().map(byToken::get).anyMatch(owner -> owner != null && owner != state)
        || !tokens.stream().allMatch(token -> leadsTo(token, state))) {
      throw new IllegalArgumentException("A token belongs to another organization already.");
    }
  }

  /**
   * Replaces the state of an organization by another, whose tokens lead to it from then on.
   *
   * @throws IllegalArgumentException when one of its tokens belongs to another organization
   */
  public Version load(OrganizationState state, Organization loaded) {
    claim(loaded.secrets(), state);
    return state.change("load", before -> loaded);
  }

  /** Takes a claim back, when the change that should have published the token was refused. */
  public void release(String token, OrganizationState state) {
    byToken.remove(token, state);
    state.tokens().remove(token);
  }

  /** Removes an organization with its tokens; returns whether it was there. */
  public boolean drop(String id) {
    OrganizationState state = byId.remove(id);
    if (state != null) {
      state.tokens().forEach(token -> byToken.remove(token, state));
    }
    return state != null;
  }

  /** Returns the organization that the token may belong to. */
  public @Nullable OrganizationState byToken(String token) {
    return byToken.get(token);
  }

  public Optional<OrganizationState> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the organizations as they are now, in no order. */
  public Collection<OrganizationState> all() {
    return Collections.unmodifiableCollection(byId.values());
  }
}
