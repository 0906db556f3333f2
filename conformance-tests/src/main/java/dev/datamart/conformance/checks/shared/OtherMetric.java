package dev.datamart.conformance.checks.shared;

import static dev.datamart.conformance.context.Hindrance.ifAny;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Optional;

/** A metric of the organization, of an embed that shows another one. */
public final class OtherMetric {
  private OtherMetric() {}

  /** The call with it in place of the metric that its embed shows. */
  public static Call in(CheckContext s, Call call) {
    String shown = call.arguments().path("metricId").asText();
    return other(s.target().metrics(), shown)
        .or(() -> ifAny(() -> ofOtherWorkspace(s, shown)).flatMap(found -> found))
        .map(metric -> call.with("metricId", metric))
        .orElseThrow(() -> new NotApplicable("no workspace has another metric"));
  }

  private static Optional<String> other(List<String> metrics, String shown) {
    return metrics.stream().filter(metric -> !metric.equals(shown)).findFirst();
  }

  private static Optional<String> ofOtherWorkspace(CheckContext s, String shown) {
    if (s.run().tokens().service() == null) {
      return Optional.empty();
    }
    for (String name : s.listed().items(s.call(Operation.LIST_WORKSPACES), "name").keySet()) {
      Call list = s.call(Operation.LIST_WORKSPACE_METRICS, "workspaceName", name);
      Optional<String> found =
          other(List.copyOf(s.listed().items(list, "metricId").keySet()), shown);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
