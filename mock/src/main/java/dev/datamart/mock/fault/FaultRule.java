package dev.datamart.mock.fault;

import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
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
