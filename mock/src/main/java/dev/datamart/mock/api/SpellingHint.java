package dev.datamart.mock.api;

import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody meant who misspelt a name. */
final class SpellingHint {

  private SpellingHint() {}

  /** Returns a refusal of the name that offers the known one that is most like it. */
  static Refusal refusal(String kind, String name, Collection<?> known) {
    return known.stream()
        .map(String::valueOf)
        .min(Comparator.comparingInt((String k) -> distance(k, name)).thenComparing(k -> k))
        .map(nearest -> Detail.MISSPELT_NAME.refusal(name, kind, nearest))
        .orElseGet(() -> Detail.UNKNOWN_NAME.refusal(name, kind));
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
