package dev.datamart.conformance.run;

import java.io.Serial;

/** The server cannot be checked at all, for the reason in the message: one sentence for people. */
public final class Unusable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public Unusable(String sentence) {
    super(sentence);
  }
}
