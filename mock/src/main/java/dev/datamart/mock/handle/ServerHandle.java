package dev.datamart.mock.handle;

import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.fault.FaultRule;
import dev.datamart.mock.memory.FairBudget;
import dev.datamart.mock.migration.Rehearsal;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.store.Budgets;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.world.MockState;
import dev.datamart.mock.world.NewOrganization;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A running mock. What is set here holds for every organization that has no setting of its own. */
public record ServerHandle(MockState world) {

  /** Returns the address to which {@code /api/v2/…} is appended, without a slash at its end. */
  public URI baseUri() {
    return world.baseUri();
  }

  /** Returns the organizations as they are now, by identifier. */
  public List<OrganizationHandle> organizations() {
    return world.organizations().all().stream()
        .sorted(Comparator.comparing(OrganizationState::id))
        .map(state -> new OrganizationHandle(world, state))
        .toList();
  }

  /**
   * Returns the organization of that identifier.
   *
   * @throws NoSuchElementException when there is none
   */
  public OrganizationHandle organization(String id) {
    return world
        .organizations()
        .byId(id)
        .map(state -> new OrganizationHandle(world, state))
        .orElseThrow(() -> new NoSuchElementException("There is no organization \"" + id + "\"."));
  }

  /**
   * Makes an organization with tokens of its own.
   *
   * @throws SeedException when its seed cannot be used
   * @throws IllegalArgumentException when its identifier or one of its tokens is taken
   */
  public OrganizationHandle newOrganization(NewOrganization wanted) throws SeedException {
    return new OrganizationHandle(world, world.newOrganization(wanted));
  }

  /**
   * Returns the state that {@link StateHandle#export()} wrote, for an organization to start as.
   *
   * @throws SeedException when it is no state of exactly one organization
   */
  public Organization read(byte[] exported) throws SeedException {
    return StateHandle.read(world, exported);
  }

  /** Returns the failures on purpose, those of single organizations included. */
  public FaultsHandle faults() {
    return faults(null);
  }

  /** Returns the failures on purpose that are set for that organization alone; null means all. */
  public FaultsHandle faults(@Nullable String organization) {
    return new FaultsHandle(world.faults(), organization);
  }

  /** Sets these faults in the place of all others, at one moment; of two of one id the later. */
  public void replaceFaults(List<FaultRule> rules) {
    world.faults().replace(rules);
  }

  /** Returns the exchanges of the server. */
  public JournalHandle journal() {
    return journal(null);
  }

  /** Returns the exchanges that were made with tokens of that organization; null means all. */
  public JournalHandle journal(@Nullable String organization) {
    return new JournalHandle(world, organization);
  }

  /** Returns the clock that the clocks of all organizations run with. */
  public MockClock clock() {
    return world.clock();
  }

  /** Returns how deprecated paths answer. */
  public Rehearsal rehearsal() {
    return world.migration().of(null);
  }

  /** Lets deprecated paths answer as in that rehearsal of their end, and returns it. */
  public Rehearsal rehearse(Rehearsal rehearsal) {
    return world.migration().set(null, rehearsal);
  }

  /** Returns which deprecated operations were called by whom, the most frequent first. */
  public List<DeprecatedUse> deprecatedUses() {
    TokenMask mask = new TokenMask(world);
    return world.migration().report().stream()
        .map(line -> DeprecatedUse.of(line, world.baseUri(), mask))
        .toList();
  }

  /** Returns the text without the tokens that open an organization of this server. */
  public String masked(String text) {
    return new TokenMask(world).mask(text);
  }

  /**
   * What is kept for one purpose beside the organizations as they are now.
   *
   * @param most how many bytes that may be; what is oldest goes first
   */
  public record HeldBytes(String purpose, LongSupplier used, long most) {}

  /** Returns what is kept for which purpose, in bytes. */
  public List<HeldBytes> heldBytes() {
    FairBudget journal = world.journal().budget();
    Budgets stored = world.organizations().budgets();
    return List.of(
        new HeldBytes("journal", journal::used, journal.most()),
        new HeldBytes("versions", stored.versions()::used, stored.versions().most()),
        new HeldBytes("answers", stored.answers()::used, stored.answers().most()),
        new HeldBytes("dead-tokens", stored.deadTokens()::used, stored.deadTokens().most()));
  }
}
