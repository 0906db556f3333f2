package dev.datamart.spec;

/** The three ways in which the contract spells one operation. */
public enum Family {
  /** {@code /api/v2/data-app/...} with REST verbs, and the discovery paths; recommended. */
  KEBAB,
  /** {@code /api/v2/dataApp/...}, otherwise the same; deprecated. */
  CAMEL,
  /** {@code POST /api/v2/dataApp/{datamart,embed}/{verb}} with a JSON body; deprecated. */
  VERB;

  /** Returns the family of an operation by its ID, whose ending tells it. */
  static Family ofOperation(String operationId) {
    if (operationId.endsWith("Mirror")) {
      return CAMEL;
    }
    return operationId.endsWith("Legacy") ? VERB : KEBAB;
  }
}
