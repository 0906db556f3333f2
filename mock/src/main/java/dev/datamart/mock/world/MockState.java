package dev.datamart.mock.world;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.fault.FaultPlan;
import dev.datamart.mock.journal.Journal;
import dev.datamart.mock.migration.Migration;
import dev.datamart.mock.migration.Rehearsal;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seeds.Seed;
import dev.datamart.mock.seeds.Seed.SeedOrganization;
import dev.datamart.mock.seeds.Seeds;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Organizations;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All that one server holds: what the API works on, and what the control plane sets. */
public final class MockState {

  private final MockOptions options;
  private final Organizations organizations = new Organizations();
  private final MockClock clock = new MockClock(InstantSource.system());
  private final FaultPlan faults = new FaultPlan();
  private final Journal journal;
  private final Migration migration;
  private final IdSource organizationIds;
  private volatile URI baseUri = URI.create("http://localhost");
  private final Map<String, Seed> seeds = new ConcurrentHashMap<>();
  private final Map<OrganizationState, Duration> idleLimits = new ConcurrentHashMap<>();

  private MockState(MockOptions options) {
    this.options = options;
    this.journal = new Journal(options.journalSize());
    this.migration = new Migration(Rehearsal.none(options.sunset()));
    this.organizationIds = new IdSource(options.identifierSeed());
  }

  /**
   * Returns a world with the organizations of its seed.
   *
   * @throws SeedException when the seed cannot be used
   */
  public static MockState of(MockOptions options) throws SeedException {
    MockState world = new MockState(options);
    for (SeedOrganization seed : world.seed(options.seed()).organizations()) {
      world.add(seed.id(), seed.organization(), new IdSource(world.organizationIds.nextLong()));
    }
    return world;
  }

  public MockOptions options() {
    return options;
  }

  public Organizations organizations() {
    return organizations;
  }

  /** Returns the address under which the server is reached, without a slash at its end. */
  public URI baseUri() {
    return baseUri;
  }

  public void listensAt(URI address) {
    baseUri = address;
  }

  /** Returns the clock that the clocks of all organizations run with. */
  public MockClock clock() {
    return clock;
  }

  public FaultPlan faults() {
    return faults;
  }

  public Journal journal() {
    return journal;
  }

  public Migration migration() {
    return migration;
  }

  /** Returns a seed by name or file, read once. */
  public Seed seed(String name) throws SeedException {
    Seed known = seeds.get(name);
    if (known == null) {
      known = Seeds.named(name, clock.instant());
      seeds.put(name, known);
    }
    return known;
  }

  /**
   * Adds an organization with a clock of its own.
   *
   * @throws IllegalArgumentException when its identifier or one of its tokens is taken
   */
  public OrganizationState add(String id, Organization start, IdSource ids) {
    OrganizationState added = organizations.add(id, start, new MockClock(clock), ids);
    journal.open(id);
    return added;
  }

  /**
   * Makes an organization that nobody has a token of yet.
   *
   * @throws SeedException when its seed cannot be used
   * @throws IllegalArgumentException when its identifier or one of its tokens is taken
   */
  public OrganizationState newOrganization(NewOrganization wanted) throws SeedException {
    Long identifierSeed = wanted.identifierSeed();
    IdSource ids =
        new IdSource(identifierSeed == null ? organizationIds.nextLong() : identifierSeed);
    Organization model =
        wanted.state() != null
            ? wanted.state()
            : seed(wanted.seed()).organizations().get(0).organization();
    Organization start = Seeds.withFreshTokens(model, ids);
    String id = wanted.id() != null ? wanted.id() : "org-" + organizationIds.next();
    OrganizationState made =
        add(id, wanted.name() != null ? start.renamed(wanted.name()) : start, ids);
    if (wanted.timeToLive() != null) {
      idleLimits.put(made, wanted.timeToLive());
    }
    return made;
  }

  /**
   * Removes an organization and everything that was set or counted for it; returns false when it
   * was gone already. Nobody can make another of its identifier before all of that is done.
   */
  public boolean drop(OrganizationState state) {
    if (!organizations.end(state)) {
      return false;
    }
    String id = state.id();
    faults.clear(id);
    migration.forget(id);
    journal.forget(id);
    idleLimits.remove(state);
    organizations.remove(state);
    return true;
  }

  /** Drops the organizations that nobody has called for as long as was set for them. */
  public void dropIdle() {
    idleLimits.forEach(
        (state, limit) -> {
          if (state.idleNanos() > limit.toNanos()) {
            drop(state);
          }
        });
  }
}
