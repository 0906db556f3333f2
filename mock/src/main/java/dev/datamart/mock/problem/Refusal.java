package dev.datamart.mock.problem;

import dev.datamart.spec.Problem;
import org.jspecify.annotations.Nullable;

/** A refusal on its way to the caller: a row of the catalogue, and what the caller is told. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final Problem problem;
  private final String words;
  private final @Nullable Object part;
  private final String reason;

  private Refusal(int status, Problem problem, String words, @Nullable Object part, String reason) {
    // A refusal is an answer, not a fault of ours: nobody reads its stack, and taking one is dear.
    super(words, null, false, false);
    this.status = status;
    this.problem = problem;
    this.words = words;
    this.part = part;
    this.reason = reason;
  }

  Refusal(int status, Problem problem, String words) {
    this(status, problem, words, null, words);
  }

  /** Returns a new refusal in the catalogue's own words. */
  public static Refusal of(Problem problem) {
    return new Refusal(problem.status(), problem, problem.message());
  }

  /** Returns a new refusal because of this member or parameter. */
  public static Refusal about(Problem problem, String member) {
    String words = problem.message().replace("{member}", member);
    return new Refusal(problem.status(), problem, words);
  }

  /**
   * Returns the same refusal as somebody is told it who wrote a file, where a line can be named.
   *
   * @param draft the part that is wrong
   */
  public Refusal at(@Nullable Object draft, String plainReason) {
    return new Refusal(status, problem, words, draft, plainReason);
  }

  /** Returns the HTTP status, which is the row's but for rehearsals of what is to come. */
  public int status() {
    return status;
  }

  /** Returns the part that is wrong; null when it is about the whole. */
  public @Nullable Object part() {
    return part;
  }

  /** Returns why, for the writer of a file. */
  public String reason() {
    return reason;
  }

  public Problem problem() {
    return problem;
  }

  /** Returns what the caller is told. */
  public String words() {
    return words;
  }
}
