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
   * Leads from a token to its organization in one look-up. It knows tokens of earlier versions, to
   * which the organization may go back: its current state has the last word.
   */
  private final ConcurrentMap<String, OrganizationState> byToken = new ConcurrentHashMap<>();

  private final Budgets budgets;
  private final DeadTokens deadTokens;

  public Organizations() {
    this(Budgets.ofHeap());
  }

  Organizations(Budgets budgets) {
    this.budgets = budgets;
    deadTokens = new DeadTokens(budgets.deadTokens());
  }

  /** Returns what may be held beside the organizations as they are now. */
  public Budgets budgets() {
    return budgets;
  }

  /**
   * Adds an organization.
   *
   * @throws IllegalArgumentException when its identifier or one of its tokens is taken
   */
  public OrganizationState add(String id, Organization start, MockClock clock, IdSource ids) {
    OrganizationState state = new OrganizationState(id, start, clock, ids, this);
    if (byId.putIfAbsent(id, state) != null) {
      state.end();
      throw new IllegalArgumentException("There is an organization \"" + id + "\" already.");
    }
    try {
      claim(start.secrets(), state);
    } catch (IllegalArgumentException taken) {
      end(state);
      remove(state);
      throw taken;
    }
    return state;
  }

  /**
   * Makes a token lead to an organization, before the state that knows it is published.
   *
   * @return whether it may lead there; it may not when it belongs to another organization
   */
  public boolean leadsTo(String token, OrganizationState state) {
    OrganizationState owner = byToken.putIfAbsent(token, state);
    if (owner == null) {
      state.add(token);
      // Whoever ends the organization takes away those that it finds, and has not seen this one.
      if (state.isEnded()) {
        release(token, state);
      }
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
    state.remove(token);
  }

  /** Takes a token away that nothing knows any more that is kept of its organization. */
  void bury(String token, OrganizationState state) {
    deadTokens.remember(token);
    release(token, state);
  }

  /**
   * Ends an organization: its tokens are dead, and it does not change any more. Its identifier is
   * taken until it is removed.
   *
   * @return false when somebody else has ended it
   */
  public boolean end(OrganizationState state) {
    boolean isFirst = state.end();
    if (isFirst) {
      // Nothing is kept of it that could show them, so nobody need know them any more.
      state.tokens().forEach(token -> release(token, state));
    }
    return isFirst;
  }

  /** Removes an organization that was ended. */
  public void remove(OrganizationState ended) {
    byId.remove(ended.id(), ended);
  }

  /** Returns whether the word is a token, or was one not too long ago. */
  public boolean hasOrHadToken(String word) {
    return byToken.containsKey(word) || deadTokens.has(word);
  }

  /** Returns those tokens that open nothing any more and are no UUIDs, as only seeds have them. */
  public List<String> oddDeadTokens() {
    return deadTokens.odd();
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
