package dev.datamart.mock.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often something must have happened.
 *
 * @param least how often at least
 * @param most how often at most; {@link Integer#MAX_VALUE} for no bound
 */
public record CallCount(int least, int most) {

  public static CallCount exactly(int count) {
    return new CallCount(count, count);
  }

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

  /**
   * Whether something happened as often as it must have.
   *
   * @param found the exchanges that are meant and still kept, oldest first
   * @param sentence what was expected and what was found, and why it cannot be told where it cannot
   */
  public record Verdict(boolean holds, List<Exchange> found, String sentence) {}

  /**
   * Returns the verdict.
   *
   * @param lost how many exchanges, of which nobody knows any more whether they are meant, are no
   *     longer kept
   */
  Verdict verified(List<Exchange> found, long lost) {
    int count = found.size();
    // More can only have been too many: what is bounded from below alone stays true.
    boolean isSettled = lost == 0 || most == Integer.MAX_VALUE;
    boolean isEnough = count >= least && count <= most;
    boolean isDoubtful = lost > 0 && (isEnough ? !isSettled : count < least);
    String doubt = " It cannot be told: " + lost + " older exchanges are no longer kept.";
    String sentence = "Expected " + this + ", found " + count + "." + (isDoubtful ? doubt : "");
    return new Verdict(isEnough && isSettled, found, sentence);
  }

  @Override
  public String toString() {
    if (least == most) {
      return "exactly " + least;
    }
    return most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
  }
}
