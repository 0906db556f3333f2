package dev.datamart.conformance.contract;

import java.util.Locale;

/** One way in which the API spells its operations. */
public enum Family {
  /** {@code /api/v2/data-app/…} with REST verbs: the recommended one. */
  KEBAB,
  /** {@code /api/v2/dataApp/…}, same verbs and parameters: deprecated. */
  CAMEL,
  /** {@code POST /api/v2/dataApp/{noun}/{verb}} with a JSON body: deprecated. */
  VERB;

  /** The lower-case word used in options and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
