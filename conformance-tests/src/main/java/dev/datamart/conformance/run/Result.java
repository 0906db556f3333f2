package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Finding;
import java.time.Duration;
import java.util.List;

/**
 * The verdict on one instance with what led to it.
 *
 * @param reason why it was not applicable, not run or blocked, or why it is a known failure
 */
public record Result(
    Instance instance, Verdict verdict, String reason, List<Finding> findings, Duration took) {
  public Result {
    findings = List.copyOf(findings);
  }

  Result as(Verdict other, String why) {
    return new Result(instance, other, why, findings, took);
  }

  Result with(Verdict other, List<Finding> found) {
    return new Result(instance, other, reason, found, took);
  }

  Result lasting(Duration time) {
    return new Result(instance, verdict, reason, findings, time);
  }
}
