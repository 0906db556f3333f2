package dev.datamart.mock.handle;

import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.migration.Rehearsal;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.world.MockState;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** An organization of a running mock. What is set or read here touches no other organization. */
public class OrganizationHandle implements AutoCloseable {

  private final MockState world;
  private final OrganizationState state;

  OrganizationHandle(MockState world, OrganizationState state) {
    this.world = world;
    this.state = state;
  }

  /** Makes another handle on the same organization. */
  protected OrganizationHandle(OrganizationHandle same) {
    this(same.world, same.state);
  }

  /** Returns the identifier under which the control plane knows it. */
  public String id() {
    return state.id();
  }

  /** Returns the address to which {@code /api/v2/…} is appended, without a slash at its end. */
  public URI baseUri() {
    return world.baseUri();
  }

  /**
   * Returns its first service token.
   *
   * @throws NoSuchElementException when its state has none
   */
  public String serviceToken() {
    return organization().all(Kind.SERVICE_TOKEN).stream()
        .map(ServiceToken::value)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("The organization has no service token."));
  }

  /** Returns the first living API token of each data app that has one, in order of creation. */
  public Map<String, String> apiTokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    for (ApiToken token : organization().all(Kind.API_TOKEN)) {
      if (token.isAlive(state.clock().instant())) {
        tokens.putIfAbsent(token.dataAppName(), token.value());
      }
    }
    return tokens;
  }

  /**
   * Returns a living API token of a data app.
   *
   * @throws NoSuchElementException when there is no such data app, or it has no such token
   */
  public String apiToken(String dataAppName) {
    Map<String, String> tokens = apiTokens();
    String token = tokens.get(dataAppName);
    if (token == null) {
      throw new NoSuchElementException(
          "No living API token of a data app \"%s\"; there are %s"
              .formatted(dataAppName, tokens.keySet()));
    }
    return token;
  }

  /** Returns who may see what with its guest tokens, and until when. */
  public GuestTokensHandle guestTokens() {
    return new GuestTokensHandle(state);
  }

  /** Returns what it owns and owned, and ways back. */
  public StateHandle state() {
    return new StateHandle(world, state);
  }

  /** Returns the failures on purpose that hit its calls alone. */
  public FaultsHandle faults() {
    return new FaultsHandle(world.faults(), state.id());
  }

  /** Returns the exchanges that were made with its tokens. */
  public JournalHandle journal() {
    return new JournalHandle(world, state.id());
  }

  /** Returns its own clock, which runs with the server's until it is stopped or moved. */
  public MockClock clock() {
    return state.clock();
  }

  /** Returns how its deprecated paths answer. */
  public Rehearsal rehearsal() {
    return world.migration().of(state.id());
  }

  /** Lets its deprecated paths answer as in that rehearsal of their end, and returns it. */
  public Rehearsal rehearse(Rehearsal rehearsal) {
    return world.migration().set(state.id(), rehearsal);
  }

  /** Lets its deprecated paths answer as the server's do again; returns how that is. */
  public Rehearsal rehearseNoMore() {
    return world.migration().reset(state.id());
  }

  /** Starts the sequence of identifiers and tokens that comes from that seed. */
  public void makeIdentifiersFrom(long seed) {
    state.ids().reseed(seed);
  }

  /** Drops the organization with everything that was set for it. */
  @Override
  public void close() {
    world.drop(state);
  }

  private Organization organization() {
    return state.current().organization();
  }
}
