package dev.datamart.conformance.run;

/** What became of one check. */
public enum Verdict {
  /** The server did as demanded. */
  PASSED("passed"),
  /** It did not, and the rule is binding. */
  VIOLATED("violated"),
  /** It did not, and the rule is advice. */
  WARNING("warning"),
  /** The check has no meaning for this server or these options. */
  NOT_APPLICABLE("not applicable"),
  /** Something that the check builds on is violated. */
  BLOCKED("blocked"),
  /** The check got no answer to judge. */
  COULD_NOT_RUN("could not run"),
  /** Violated, and listed as a known failure. */
  KNOWN("known failure"),
  /** Listed as a known failure, and passed. */
  UNEXPECTEDLY_PASSED("unexpectedly passed");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Whether it makes every run red. */
  public boolean isRed() {
    return this == VIOLATED || this == UNEXPECTEDLY_PASSED;
  }
}
