package dev.datamart.conformance.checks.workspaces;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.ofOthers;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.required;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.unknown;
import static dev.datamart.conformance.checks.shared.Strangers.disjoint;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;
import static dev.datamart.spec.Problem.WORKSPACE_ID_UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.stream.Stream;

/** Workspaces with their dashboards and metrics, which no request of this API changes. */
public final class WorkspaceChecks {
  private static final String NAME = "workspaceName";

  private WorkspaceChecks() {}

  public static List<Requirement> all() {
    return Stream.of(
            workspaces(),
            ofOneWorkspace(LIST_WORKSPACE_DASHBOARDS),
            ofOneWorkspace(LIST_WORKSPACE_METRICS))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> workspaces() {
    return List.of(
        docs(LIST_WORKSPACES, "ANSWERS", "Listing workspaces answers 200 with named workspaces.")
            .as(lists("name", s -> List.of(s.target().workspace()))),
        docs("WS-DASHBOARDS-ANSWERS", "A workspace's dashboards are listed with their ids.")
            .on(LIST_WORKSPACE_DASHBOARDS)
            .as(lists("externalDashboardId", s -> s.target().dashboards())),
        docs(LIST_WORKSPACE_METRICS, "ANSWERS", "A workspace's metrics are listed with their ids.")
            .as(lists("metricId", s -> s.target().metrics())),
        docs(LIST_WORKSPACES, "HIDES-OTHER-ORGANIZATIONS", "Strangers' workspaces are hidden.")
            .as(disjoint(WorkspaceChecks::idOf)),
        client("WS-LIST-SHOWS-CONNECTIONS", "A workspace shows its id and what it connects to.")
            .on(LIST_WORKSPACES)
            .trait(Trait.READS_ONLY)
            .hint("datamart and companyIntegration are there even when they are null.")
            .check(WorkspaceChecks::connections));
  }

  private static List<Requirement> ofOneWorkspace(Operation operation) {
    return List.of(
        docs(
                operation,
                "OTHER-ORGANIZATION-IS-REFUSED",
                "To a stranger there is no such workspaceName.")
            .trait(Trait.READS_ONLY)
            .as(ofOthers(NAME, WORKSPACE_ID_UNKNOWN, s -> Strangers.nameIn(s, LIST_WORKSPACES))),
        required(operation, "NAME-IS-REQUIRED", NAME),
        unknown(operation, "UNKNOWN-IS-REFUSED", NAME, WORKSPACE_ID_UNKNOWN));
  }

  private static String idOf(CheckContext s, JsonNode item, String token) {
    String told = Json.text(item, "/id");
    if (told == null) {
      throw new NotApplicable(
          "both have a \"" + item.path("name").asText() + "\", and no id tells them apart");
    }
    return told;
  }

  private static void connections(CheckContext s) {
    for (JsonNode item : s.expect(s.send(LIST_WORKSPACES)).list()) {
      boolean well =
          item.hasNonNull("id")
              && item.has("datamart")
              && item.has("companyIntegration")
              && item.path("isMultiDatasource").isBoolean()
              && item.path("isMultiDatamart").isBoolean();
      s.demand(
          well,
          "id, datamart, companyIntegration, isMultiDatasource, isMultiDatamart",
          item.toString());
    }
  }
}
