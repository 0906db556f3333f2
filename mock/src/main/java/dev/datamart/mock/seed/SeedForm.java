package dev.datamart.mock.seed;

import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** How a seed spells the things of one kind. */
public interface SeedForm<T extends Keyed> {

  Kind<T> kind();

  /** Returns the key of the thing that is written there. */
  default String key(LocatedJson at) throws SeedException {
    return at.text("name");
  }

  /**
   * Reads the draft that a call would make of it, and returns the change that adds it by the same
   * rules. What it owns is not asked for: it is read by the forms of its own kind.
   *
   * @param owner the key of what owns it
   * @param now when it was made, if it does not say so
   */
  UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now) throws SeedException;

  /** Returns the value whose members a seed has: the thing, unless a seed says it shorter. */
  default Object written(T thing) {
    return thing;
  }
}
