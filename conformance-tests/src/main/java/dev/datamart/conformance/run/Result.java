package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Offer;
import dev.datamart.conformance.requirement.Requirement;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The verdict on one instance with what led to it.
 *
 * @param reason why it was not applicable, not run or blocked, or why it is a known failure
 */
@RecordBuilder
public record Result(
    Instance instance, Verdict verdict, String reason, List<Finding> findings, Duration took)
    implements ResultBuilder.With {
  /** Of what is seen in passing; a server that is wrong in each answer shows one mistake. */
  static final int MOST_FINDINGS = 20;

  public Result {
    findings = List.copyOf(findings);
  }

  static Result of(Instance instance, Verdict verdict, String reason) {
    return new Result(instance, verdict, reason, List.of(), Duration.ZERO);
  }

  /** How many of the findings, told honestly where only the first were kept. */
  public static String count(List<Finding> kept, int some) {
    return (kept.size() < MOST_FINDINGS ? "" : "at least ") + some;
  }

  public Requirement requirement() {
    return instance.requirement();
  }

  /** Whether it says that the server does not have the operation. */
  public boolean isOfAbsence() {
    return findings.stream().anyMatch(finding -> finding.expected().equals(Offer.IS_THERE));
  }

  /** Results by what they have in common, in the order in which that appears. */
  public static <K> Map<K, List<Result>> by(Function<Result, K> trait, List<Result> results) {
    return results.stream()
        .collect(Collectors.groupingBy(trait, LinkedHashMap::new, Collectors.toList()));
  }
}
