package dev.datamart.spec;

/** The kind of token that an operation asks for. */
public enum TokenNeed {
  /** Service token of an organization. */
  SERVICE("service", "S"),
  /** API key of a data app. */
  DATA_APP("dataApp", "K"),
  /** Either of the two. */
  EITHER("either", "S or K");

  private final String word;
  private final String mark;

  TokenNeed(String word, String mark) {
    this.word = word;
    this.mark = mark;
  }

  /** Returns the word of the document: {@code service}, {@code dataApp} or {@code either}. */
  public String word() {
    return word;
  }

  /** Returns the short form of the tables: {@code S}, {@code K} or {@code S or K}. */
  public String mark() {
    return mark;
  }
}
