package dev.datamart.mock.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who misspelt a name. */
public final class Spelling {

  /** Longer words than any that is known are not compared. */
  private static final int LONGEST = 200;

  private Spelling() {}

  /** Returns the known name that is most like that one; none when none is known. */
  public static Optional<String> nearest(String name, Collection<?> known) {
    String meant = name.substring(0, Math.min(name.length(), LONGEST));
    return known.stream()
        .map(String::valueOf)
        .min(Comparator.comparingInt((String k) -> distance(k, meant)).thenComparing(k -> k));
  }

  /** Counts the letters to add, drop or change (Levenshtein), regardless of case. */
  private static int distance(String a, String b) {
    String one = a.toLowerCase(Locale.ROOT);
    String other = b.toLowerCase(Locale.ROOT);
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
