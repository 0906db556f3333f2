package dev.datamart.mock.fault;

import dev.datamart.spec.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an error says.
 *
 * @param retryAfterSeconds the Retry-After header; null for none
 */
public record Failure(
    int status, String code, String message, @Nullable Integer retryAfterSeconds) {

  public Failure {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("The status of an error is from 400 to 599.");
    }
    if (Problem.withCode(code).isEmpty()) {
      throw new IllegalArgumentException("The contract has no code \"" + code + "\".");
    }
  }

  /** Returns the error of that status, with the code and words that the contract has for it. */
  public static Failure of(int status) {
    Problem usual = status < 500 ? Problem.BODY_MALFORMED : Problem.UNEXPECTED_FAILURE;
    boolean isUsual = status == usual.status();
    return of(
        status,
        Arrays.stream(Problem.values())
            .filter(problem -> !isUsual && problem.status() == status)
            .findFirst()
            .orElse(usual));
  }

  /**
   * Returns the error of that code, with the status and words that the contract has for it.
   *
   * @param status another status that it shall have; null for the contract's
   */
  public static Failure ofCode(String code, @Nullable Integer status) {
    Problem like =
        Problem.withCode(code).orElseThrow(() -> new IllegalArgumentException("no such code"));
    return of(status == null ? like.status() : status, like);
  }

  private static Failure of(int status, Problem like) {
    return new Failure(status, like.code(), like.message(), status == 429 ? 1 : null);
  }

  /** The vendor's own failure of the server. */
  public static final Failure UNEXPECTED = of(500, Problem.UNEXPECTED_FAILURE);

  /** What a caller hears whose key has run out. */
  public static final Failure EXPIRED = of(401, Problem.UNAUTHENTICATED);

  /** What a caller hears who asks too often. */
  public static final Failure TOO_MANY = of(429, Problem.TOO_MANY_REQUESTS);
}
