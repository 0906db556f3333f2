package dev.datamart.conformance.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a misspelt one may stand for. */
final class Nearest {
  private Nearest() {}

  static Optional<String> of(String word, Collection<String> known) {
    return known.stream().min(Comparator.comparingInt(each -> distance(word, each)));
  }

  /** How many letters have to be added, dropped or changed (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j - 1], diagonal) + 1);
      }
    }
    return row[to.length()];
  }
}
