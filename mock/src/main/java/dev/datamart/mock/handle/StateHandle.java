package dev.datamart.mock.handle;

import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.history.Difference;
import dev.datamart.mock.history.Impact;
import dev.datamart.mock.history.Rewind;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seeds.Seed;
import dev.datamart.mock.seeds.SeedReader;
import dev.datamart.mock.seeds.SeedWriter;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Version;
import dev.datamart.mock.world.MockState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;

/** What an organization owns, what it owned before, and ways back. */
public record StateHandle(MockState world, OrganizationState state) {

  /** Returns the state as it is now: a value that later changes leave alone. */
  public Organization now() {
    return state.current().organization();
  }

  /** Returns the number of the current version; the first is 0. */
  public long version() {
    return state.current().number();
  }

  /** Returns the versions that are kept, oldest first, the current one included. */
  public List<Version> versions() {
    return state.versions();
  }

  /** Returns what is other in the current version than in that one. */
  public Difference differenceFrom(long version) {
    return Difference.between(find(version).organization(), now());
  }

  /** Returns what is other in one version than in another. */
  public Difference difference(long from, long to) {
    return Difference.between(find(from).organization(), find(to).organization());
  }

  /** Makes the state what it was in that version. */
  public Rewound rewindTo(long version) {
    return Rewound.between(now(), Rewind.to(state, find(version)));
  }

  /**
   * Brings back what the last delete removed, and keeps what came after it.
   *
   * @throws IllegalStateException when no delete is among the versions that are kept
   */
  public Rewound undoLastDelete() {
    Organization before = now();
    return Rewind.undoLastDelete(state)
        .map(made -> Rewound.between(before, made))
        .orElseThrow(
            () -> new IllegalStateException("No delete is among the versions that are kept."));
  }

  /** Where a way back led: the new version, and what is other in it than in the one before. */
  public record Rewound(long version, Difference difference) {
    private static Rewound between(Organization before, Version made) {
      return new Rewound(made.number(), Difference.between(before, made.organization()));
    }
  }

  /** Returns what a delete of the datamart would take along, and deletes nothing. */
  public Impact impactOfDeleting(String datamartName) {
    Organization organization = now();
    if (!organization.datamarts().has(datamartName)) {
      throw new NoSuchElementException("There is no datamart \"" + datamartName + "\".");
    }
    return Impact.of(organization, datamartName);
  }

  /** Returns the state, tokens included, as a JSON text that is also a seed. */
  public String export() {
    return export(now());
  }

  /** Returns the state of that version, tokens included, as a JSON text that is also a seed. */
  public String export(long version) {
    return export(find(version).organization());
  }

  private String export(Organization organization) {
    return SeedWriter.seed(state.id(), organization).toPrettyString();
  }

  /**
   * Replaces the state by one that was exported.
   *
   * @throws SeedException when the text is no state of exactly one organization
   * @throws IllegalArgumentException when one of its tokens belongs to another organization
   */
  public void load(String exported) throws SeedException {
    load(exported.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for a text in UTF-8. */
  public void load(byte[] exported) throws SeedException {
    world.organizations().load(state, read(world, exported));
  }

  static Organization read(MockState world, byte[] exported) throws SeedException {
    Seed seed = SeedReader.read("the state", exported, world.clock().instant());
    if (seed.organizations().size() != 1) {
      throw new SeedException("the state", 0, "it must be of exactly one organization");
    }
    return seed.organizations().get(0).organization();
  }

  private Version find(long number) {
    return state.version(number).orElseThrow(() -> new NoSuchElementException(missed(number)));
  }

  private String missed(long number) {
    List<Version> kept = versions();
    long oldest = kept.get(0).number();
    String missed = "Version " + number + " of \"" + state.id() + "\" is not kept";
    return number < oldest
        ? missed + " any more: the oldest that is kept is " + oldest + "."
        : missed + ".";
  }
}
