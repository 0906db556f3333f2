package dev.datamart.mock.api;

import dev.datamart.cli.NearestName;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import java.util.Collection;

/** Refuses a misspelt name. */
final class SpellingHint {

  private SpellingHint() {}

  /** Returns a refusal of the name that offers the known one that is most like it. */
  static Refusal refusal(String kind, String name, Collection<?> known) {
    return NearestName.mostLike(name, known)
        .map(nearest -> Detail.MISSPELT_NAME.refusal(name, kind, nearest))
        .orElseGet(() -> Detail.UNKNOWN_NAME.refusal(name, kind));
  }
}
