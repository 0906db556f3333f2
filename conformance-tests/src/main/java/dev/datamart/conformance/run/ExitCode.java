package dev.datamart.conformance.run;

/** How the program ends. */
public enum ExitCode {
  /** Every binding requirement that could be asked is met. */
  CONFORMS(0),
  /** At least one is not, or a known failure has gone, or a strict run has a warning. */
  VIOLATIONS(1),
  /** The options make no sense. */
  USAGE(2),
  /** The server is not reachable, or lacks what the checks build on. */
  UNREACHABLE(3),
  /** No check gave a verdict, which is not success. */
  NOTHING_RUN(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
