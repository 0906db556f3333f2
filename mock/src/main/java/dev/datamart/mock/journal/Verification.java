package dev.datamart.mock.journal;

import java.util.List;

/**
 * Whether something happened as often as it must have.
 *
 * @param found the exchanges that are meant and still kept, oldest first
 * @param sentence what was expected and what was found, and why it cannot be told where it cannot
 */
public record Verification(boolean holds, List<Exchange> found, String sentence) {

  /**
   * Returns the verdict.
   *
   * @param lost how many exchanges, of which nobody knows any more whether they are meant, are no
   *     longer kept
   */
  static Verification of(CallCount wanted, List<Exchange> found, long lost) {
    // More can only have been too many: what is bounded from below alone stays true.
    boolean isSettled = lost == 0 || wanted.most() == Integer.MAX_VALUE;
    boolean isEnough = wanted.holds(found.size());
    String sentence = wanted.sentence(found.size());
    boolean isDoubtful = lost > 0 && (isEnough ? !isSettled : found.size() < wanted.least());
    return new Verification(
        isEnough && isSettled,
        found,
        isDoubtful
            ? sentence + " It cannot be told: " + lost + " older exchanges are no longer kept."
            : sentence);
  }
}
