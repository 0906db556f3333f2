package dev.datamart.conformance.checks.shared;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.wire.Call;

/** A metric of the workspace, of an embed that shows another one. */
public final class OtherMetric {
  private OtherMetric() {}

  /** The call with it in place of the metric that its embed shows. */
  public static Call in(CheckContext s, Call call) {
    String shown = call.arguments().path("metricId").asText();
    return s.target().metrics().stream()
        .filter(metric -> !metric.equals(shown))
        .findFirst()
        .map(metric -> call.with("metricId", metric))
        .orElseThrow(() -> new NotApplicable("the workspace has a single metric"));
  }
}
