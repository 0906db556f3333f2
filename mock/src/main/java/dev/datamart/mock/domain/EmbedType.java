package dev.datamart.mock.domain;

/** What an embed shows: a whole dashboard or one metric. */
public enum EmbedType {
  DASHBOARD("dashboard"),
  METRIC("metric");

  private final String word;

  EmbedType(String word) {
    this.word = word;
  }

  /** Returns the word for it in JSON. */
  @Override
  public String toString() {
    return word;
  }
}
