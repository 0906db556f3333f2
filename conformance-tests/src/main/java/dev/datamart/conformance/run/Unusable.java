package dev.datamart.conformance.run;

import java.io.Serial;

/** The server cannot be checked at all, for the reason in the message: one sentence for people. */
public final class Unusable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private final String lack;

  public Unusable(String sentence) {
    this(sentence, "something that the checks build on");
  }

  private Unusable(String sentence, String lack) {
    super(sentence);
    this.lack = lack;
  }

  /** The server lacks something that can be named with these options. */
  static Unusable without(String thing, String options) {
    return new Unusable("No " + thing + " was found; name one with " + options + ".", thing);
  }

  /** What is missing, such as {@code datasource with a table}. */
  String lack() {
    return lack;
  }
}
