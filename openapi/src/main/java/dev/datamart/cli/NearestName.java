package dev.datamart.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody meant who wrote another. */
public final class NearestName {

  /** Shorter words begin too many names to mean one of them. */
  private static final int LEAST_TO_BEGIN_WITH = 3;

  /** Longer words than any that is known are not compared to their end. */
  private static final int LONGEST = 200;

  private NearestName() {}

  /** Returns the name that is most like the word; none when nobody could have meant any. */
  public static Optional<String> of(String word, Collection<String> names) {
    String written = letters(word);
    return names.stream()
        .filter(name -> isNear(written, letters(name)))
        .min(Comparator.comparingInt(name -> slips(written, letters(name))));
  }

  /** Returns the name that is most like the word, however unlike it is; none when there is none. */
  public static Optional<String> mostLike(String word, Collection<?> names) {
    String written = letters(word);
    return names.stream()
        .map(String::valueOf)
        .min(
            Comparator.comparingInt((String name) -> slips(written, letters(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns the sentence's end that offers the nearest name; empty when there is none. */
  public static String offer(String word, Collection<String> names) {
    return of(word, names).map(name -> "; did you mean " + name + "?").orElse("");
  }

  private static boolean isNear(String written, String name) {
    boolean begins =
        written.length() >= LEAST_TO_BEGIN_WITH
            && (name.startsWith(written) || written.startsWith(name));
    return begins || slips(written, name) <= name.length() / 3;
  }

  /** Capitals, hyphens and underscores are slips that cost nothing. */
  private static String letters(String name) {
    String whole = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    return whole.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** Counts letters that are missing, too many, wrong, or swapped with the next. */
  private static int slips(String written, String meant) {
    int[][] slips = new int[written.length() + 1][meant.length() + 1];
    for (int i = 0; i <= written.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        slips[i][j] = i == 0 || j == 0 ? i + j : cheapest(slips, written, meant, i, j);
      }
    }
    return slips[written.length()][meant.length()];
  }

  private static int cheapest(int[][] slips, String written, String meant, int i, int j) {
    int wrong = written.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(slips[i - 1][j - 1] + wrong, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
    boolean isSwapped =
        i > 1
            && j > 1
            && written.charAt(i - 1) == meant.charAt(j - 2)
            && written.charAt(i - 2) == meant.charAt(j - 1);
    return isSwapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
  }
}
