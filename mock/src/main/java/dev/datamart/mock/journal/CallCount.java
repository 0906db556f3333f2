package dev.datamart.mock.journal;

import org.jspecify.annotations.Nullable;

/**
 * How often something must have happened.
 *
 * @param least how often at least
 * @param most how often at most; {@link Integer#MAX_VALUE} for no bound
 */
public record CallCount(int least, int most) {

  /** Returns exactly so often. */
  public static CallCount exactly(int count) {
    return new CallCount(count, count);
  }

  /** Returns so often or more. */
  public static CallCount atLeast(int count) {
    return new CallCount(count, Integer.MAX_VALUE);
  }

  /** Returns what was said of it; at least once when nothing was. */
  public static CallCount of(
      @Nullable Integer exactly, @Nullable Integer atLeast, @Nullable Integer atMost) {
    if (exactly != null) {
      return exactly(exactly);
    }
    int least = atLeast != null ? atLeast : atMost != null ? 0 : 1;
    return new CallCount(least, atMost != null ? atMost : Integer.MAX_VALUE);
  }

  /** Returns whether that many are as many as there must be. */
  public boolean holds(int found) {
    return found >= least && found <= most;
  }

  /** Returns what was expected and found, in a sentence. */
  public String sentence(int found) {
    return "Expected " + this + ", found " + found + ".";
  }

  @Override
  public String toString() {
    if (least == most) {
      return "exactly " + least;
    }
    return most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
  }
}
