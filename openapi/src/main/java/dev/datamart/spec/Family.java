package dev.datamart.spec;

/** The three ways to spell the paths of the API. All lead to the same operations. */
public enum Family {
  /**
   * {@code /api/v2/data-app/...} with REST verbs, and all that has no other family; recommended.
   */
  KEBAB("kebab"),
  /** {@code /api/v2/dataApp/...}, otherwise the same; deprecated. */
  CAMEL("camel"),
  /**
   * {@code POST /api/v2/dataApp/{datamart,embed}/{verb}} and {@code POST /api/v1/...} with a JSON
   * body; deprecated.
   */
  VERB("verb");

  private final String word;

  Family(String word) {
    this.word = word;
  }

  /** Returns whether answers carry the deprecation headers. */
  public boolean isDeprecated() {
    return this != KEBAB;
  }

  /** Returns the word of options and reports, such as {@code kebab}. */
  public String word() {
    return word;
  }
}
