package dev.datamart.mock.api;

import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.text.Spelling;
import java.util.Collection;

/** Refuses a misspelt name. */
final class SpellingHint {

  private SpellingHint() {}

  /** Returns a refusal of the name that offers the known one that is most like it. */
  static Refusal refusal(String kind, String name, Collection<?> known) {
    return Spelling.nearest(name, known)
        .map(nearest -> Detail.MISSPELT_NAME.refusal(name, kind, nearest))
        .orElseGet(() -> Detail.UNKNOWN_NAME.refusal(name, kind));
  }
}
