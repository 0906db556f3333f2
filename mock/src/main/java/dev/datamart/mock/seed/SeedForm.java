package dev.datamart.mock.seed;

import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a seed spells the things of one kind.
 *
 * @param key the key of the thing that is written there
 * @param written the value whose members a seed has: the thing, unless a seed says it shorter
 */
public record SeedForm<T extends Keyed>(
    Kind<T> kind, LocatedJson.Reader<String> key, Reading reading, Function<T, Object> written) {

  /** Reads the things of a kind. */
  @FunctionalInterface
  public interface Reading {

    /**
     * Reads the draft that a call would make of it, and returns the change that adds it by the same
     * rules. What it owns is not asked for: it is read by the forms of its own kind.
     *
     * @param owner the key of what owns it
     * @param now when it was made, if it does not say so
     */
    UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
        throws SeedException;
  }

  /**
   * Returns the form of things whose members a seed has.
   *
   * @param key the member that is the key
   */
  public static <T extends Keyed> SeedForm<T> of(Kind<T> kind, String key, Reading reading) {
    return new SeedForm<>(kind, at -> at.text(key), reading, thing -> thing);
  }
}
