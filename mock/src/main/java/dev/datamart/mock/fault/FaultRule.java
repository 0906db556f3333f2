package dev.datamart.mock.fault;

import dev.datamart.mock.operation.Family;
import dev.datamart.mock.operation.Operation;
import dev.datamart.mock.problem.Problem;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure on purpose. What is left out of the match matches everything; what is left out of the
 * effect has a default.
 *
 * @param id given by the mock when it is left out
 * @param organization the identifier of the only organization that it hits
 * @param operations the operationIds that it hits
 * @param families the path families that it hits
 * @param token the last characters of the tokens that it hits, or a whole token
 * @param name the datamart, embed, data app or workspace that the call names
 * @param skip how many matching calls pass first
 * @param every it hits the first of the calls that follow, and then each n-th
 * @param times how often it hits before it is spent; null for ever
 * @param probability from 0 to 1, drawn from a sequence that the seed repeats
 */
public record FaultRule(
    @Nullable String id,
    @Nullable String organization,
    @Nullable Set<Operation> operations,
    @Nullable Set<Family> families,
    @Nullable String token,
    @Nullable String name,
    int skip,
    int every,
    @Nullable Integer times,
    @Nullable Double probability,
    long seed,
    FaultEffect effect,
    Failure failure,
    Delay delay) {

  public FaultRule {
    operations = operations == null ? null : Set.copyOf(operations);
    families = families == null ? null : Set.copyOf(families);
    if (skip < 0 || every < 1 || (times != null && times < 1)) {
      throw new IllegalArgumentException("A fault passes over 0 calls or more and hits 1 or more.");
    }
    if (probability != null && !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("A probability is from 0 to 1.");
    }
  }

  /** Returns a rule that answers every call of one organization with the vendor's failure. */
  public static FaultRule of(String organization) {
    return new FaultRule(
        null,
        organization,
        null,
        null,
        null,
        null,
        0,
        1,
        null,
        null,
        0,
        FaultEffect.ERROR,
        Failure.UNEXPECTED,
        Delay.NONE);
  }

  public FaultRule withOperations(Set<Operation> value) {
    return new FaultRule(
        id,
        organization,
        value,
        families,
        token,
        name,
        skip,
        every,
        times,
        probability,
        seed,
        effect,
        failure,
        delay);
  }

  public FaultRule withFamilies(Set<Family> value) {
    return new FaultRule(
        id,
        organization,
        operations,
        value,
        token,
        name,
        skip,
        every,
        times,
        probability,
        seed,
        effect,
        failure,
        delay);
  }

  public FaultRule withToken(String value) {
    return new FaultRule(
        id,
        organization,
        operations,
        families,
        value,
        name,
        skip,
        every,
        times,
        probability,
        seed,
        effect,
        failure,
        delay);
  }

  public FaultRule withName(String value) {
    return new FaultRule(
        id,
        organization,
        operations,
        families,
        token,
        value,
        skip,
        every,
        times,
        probability,
        seed,
        effect,
        failure,
        delay);
  }

  /** Returns the rule with other turns: which calls it passes over, which it hits, how often. */
  public FaultRule withTurns(int skipped, int everyNth, @Nullable Integer hits) {
    return new FaultRule(
        id,
        organization,
        operations,
        families,
        token,
        name,
        skipped,
        everyNth,
        hits,
        probability,
        seed,
        effect,
        failure,
        delay);
  }

  public FaultRule withProbability(double value, long valueSeed) {
    return new FaultRule(
        id,
        organization,
        operations,
        families,
        token,
        name,
        skip,
        every,
        times,
        value,
        valueSeed,
        effect,
        failure,
        delay);
  }

  public FaultRule withEffect(FaultEffect value, Failure said, Delay waited) {
    return new FaultRule(
        id,
        organization,
        operations,
        families,
        token,
        name,
        skip,
        every,
        times,
        probability,
        seed,
        value,
        said,
        waited);
  }

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

    /** The vendor's own words for a failure of the server. */
    public static final Failure UNEXPECTED =
        new Failure(500, "INTERNAL_SERVER_ERROR", "Unexpected failure", null);

    /** What a caller hears whose key has run out. */
    public static final Failure EXPIRED =
        new Failure(401, "AUTHENTICATION_ERROR", "API key is invalid or expired", null);

    /** What a caller hears who asks too often. */
    public static final Failure TOO_MANY =
        new Failure(429, "TOO_MANY_REQUESTS", "Too many requests", 1);
  }

  /**
   * How long a delay is, in milliseconds, or how long a slow body takes.
   *
   * @param min the shortest
   * @param max the longest; between the two every length is as likely
   */
  public record Delay(long min, long max) {
    /** Ten minutes: longer than any client waits. */
    public static final long LONGEST_MILLIS = 600_000;

    public static final Delay NONE = new Delay(0, 0);

    public Delay {
      if (min < 0 || max < min) {
        throw new IllegalArgumentException(
            "A delay is not negative, nor its end before its start.");
      }
    }
  }
}
