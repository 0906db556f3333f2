package dev.datamart.mock.fault;

import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A failure on purpose. What is left out of the match matches everything.
 *
 * @param id given by the mock when it is left out
 * @param organization the identifier of the only organization that it hits
 * @param operations the operations that it hits
 * @param families the path families that it hits
 * @param token the last characters of the tokens that it hits, or a whole token
 * @param name the datamart, embed, data app or workspace that the call names
 * @param skip how many matching calls pass first
 * @param every it hits the first of the calls that follow, and then each n-th
 * @param times how often it hits before it is spent; null for ever
 * @param probability from 0 to 1, drawn from a sequence that the seed repeats
 * @param failure what the caller hears where the effect is an error
 */
@RecordBuilder
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
    Delay delay)
    implements FaultRuleBuilder.With {

  public FaultRule {
    operations = operations == null ? null : Set.copyOf(operations);
    families = families == null ? null : Set.copyOf(families);
    check(
        token == null || !token.isEmpty(),
        "\"token\" takes a token, or at least its last character.");
    check(skip >= 0, "\"skip\" must not be negative.");
    check(every >= 1, "\"every\" must be at least 1.");
    check(times == null || times >= 1, "\"times\" must be at least 1.");
    check(
        probability == null || (probability >= 0 && probability <= 1),
        "\"probability\" must be from 0 to 1.");
  }

  /** Returns a rule that does this to every call; an error is the vendor's own. */
  static FaultRule doing(FaultEffect effect) {
    return FaultRuleBuilder.builder()
        .every(1)
        .effect(effect)
        .failure(Failure.of(Problem.UNEXPECTED_FAILURE))
        .delay(Delay.NONE)
        .build();
  }

  /**
   * Returns whether it is meant for a call.
   *
   * @param names what the call names; asked for only when the rule wants to know
   */
  boolean matches(Route route, String calledWith, Supplier<List<String>> names) {
    return (operations == null || operations.contains(route.operation()))
        && (families == null || families.contains(route.family()))
        && (token == null || calledWith.endsWith(token))
        && (name == null || names.get().contains(name));
  }

  static void check(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /**
   * How long a delay is, in milliseconds, or how long a slow body takes.
   *
   * @param min the shortest
   * @param max the longest; between the two every length is as likely
   */
  public record Delay(long min, long max) {

    public static final Delay NONE = of(0);

    /** Longer than any client waits. */
    public static final long MOST_MILLIS = 600_000;

    public Delay {
      check(min >= 0 && max >= min, "\"maxDelayMillis\" must not be less than \"delayMillis\".");
      check(max <= MOST_MILLIS, "A delay of more than ten minutes is not supported.");
    }

    /** Returns a delay that is always so long. */
    public static Delay of(long millis) {
      return new Delay(millis, millis);
    }
  }
}
