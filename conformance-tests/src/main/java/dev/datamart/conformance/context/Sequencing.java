package dev.datamart.conformance.context;

/**
 * How much is left to chance.
 *
 * @param count how many sequences each family plays
 * @param length how many steps each has
 */
public record Sequencing(int count, int length) {
  /** What a run does unless it is told otherwise. */
  public static final Sequencing DEFAULT = new Sequencing(3, 30);

  private static final int MOST = 10_000;

  public Sequencing {
    inRange("--sequences", count, 0);
    inRange("--sequence-length", length, 1);
  }

  private static void inRange(String option, int value, int least) {
    if (value < least || value > MOST) {
      throw new IllegalArgumentException(
          "%s takes a number from %d to %d, not %d.".formatted(option, least, MOST, value));
    }
  }
}
