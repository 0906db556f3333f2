package dev.datamart.mock.fault;

import dev.datamart.spec.Problem;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an error says: a row of the catalogue, whose status and words may be others.
 *
 * @param retryAfterSeconds the Retry-After header; null for none
 */
@RecordBuilder
public record Failure(
    Problem problem, int status, String message, @Nullable Integer retryAfterSeconds)
    implements FailureBuilder.With {

  public Failure {
    FaultRule.check(status >= 400 && status <= 599, "\"status\" must be from 400 to 599.");
    FaultRule.check(
        retryAfterSeconds == null || retryAfterSeconds >= 0,
        "\"retryAfterSeconds\" must not be negative.");
  }

  /** Returns the error of that row. */
  public static Failure of(Problem problem) {
    return of(problem, problem.status());
  }

  /** Returns the error of that row with another status. */
  public static Failure of(Problem problem, int status) {
    return new Failure(problem, status, problem.message(), status == 429 ? 1 : null);
  }

  /** Returns the error of that status, with the code and words that the contract has for it. */
  public static Failure of(int status) {
    return of(
        usual(problem -> problem.status() == status)
            .orElse(status < 500 ? Problem.BODY_MALFORMED : Problem.UNEXPECTED_FAILURE),
        status);
  }

  /**
   * Returns the error of that code, with the words that the contract has for it.
   *
   * @param status another status that it shall have; null for the contract's
   */
  public static Failure ofCode(String code, @Nullable Integer status) {
    return usual(problem -> problem.code().equals(code))
        .map(problem -> of(problem, status == null ? problem.status() : status))
        .orElseThrow(
            () -> new IllegalArgumentException("The contract has no code \"" + code + "\"."));
  }

  public String code() {
    return problem.code();
  }

  /** Of rows that are alike in one thing, the one that says least. */
  private static Optional<Problem> usual(Predicate<Problem> alike) {
    Stream<Problem> plain = Stream.of(Problem.BODY_MALFORMED, Problem.UNEXPECTED_FAILURE);
    return Stream.concat(plain, Arrays.stream(Problem.values())).filter(alike).findFirst();
  }
}
