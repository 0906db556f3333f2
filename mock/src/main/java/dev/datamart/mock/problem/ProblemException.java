package dev.datamart.mock.problem;

/** A refusal on its way to the caller. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String words;

  ProblemException(Problem problem, String words) {
    // A refusal is an answer, not a fault of ours: nobody reads its stack, and taking one is dear.
    super(words, null, false, false);
    this.problem = problem;
    this.words = words;
  }

  /** Returns the row of the catalogue. */
  public Problem problem() {
    return problem;
  }

  /** Returns what the caller is told. */
  public String words() {
    return words;
  }
}
