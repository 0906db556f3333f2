package dev.datamart.mock.operation;

/** The three ways to spell the paths of the API. All lead to the same operations. */
public enum Family {
  /** {@code /data-app/…} with REST verbs, the recommended one. */
  KEBAB,
  /** {@code /dataApp/…}, else as kebab; deprecated. */
  CAMEL,
  /** {@code POST /dataApp/datamart/delete} and its like, all with a JSON body; deprecated. */
  VERB;

  /** Returns whether answers carry the deprecation headers. */
  public boolean isDeprecated() {
    return this != KEBAB;
  }
}
