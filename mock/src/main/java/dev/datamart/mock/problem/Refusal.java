package dev.datamart.mock.problem;

import dev.datamart.spec.Problem;

/** A refusal on its way to the caller: a row of the catalogue, and what the caller is told. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String words;

  private Refusal(Problem problem, String words) {
    // A refusal is an answer, not a fault of ours: nobody reads its stack, and taking one is dear.
    super(words, null, false, false);
    this.problem = problem;
    this.words = words;
  }

  /** Returns a new refusal in the catalogue's own words. */
  public static Refusal of(Problem problem) {
    return new Refusal(problem, problem.message());
  }

  /** Returns a new refusal because of this member or parameter. */
  public static Refusal about(Problem problem, String member) {
    return new Refusal(problem, problem.message().replace("{member}", member));
  }

  /** Returns a new refusal in more exact words than the catalogue's. */
  public static Refusal saying(Problem problem, String words) {
    return new Refusal(problem, words);
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
