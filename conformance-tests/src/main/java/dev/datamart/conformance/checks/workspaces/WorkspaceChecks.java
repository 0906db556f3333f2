package dev.datamart.conformance.checks.workspaces;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.takesApiKey;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.needs;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.ofOthers;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.unknown;
import static dev.datamart.conformance.checks.shared.Strangers.disjoint;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;
import static dev.datamart.spec.Problem.WORKSPACE_DASHBOARD_UNKNOWN;
import static dev.datamart.spec.Problem.WORKSPACE_ID_UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Workspaces with their dashboards and metrics, which no request of this API changes. */
public final class WorkspaceChecks {
  private static final String NAME = "workspaceName";
  private static final String DASHBOARD = "dashboardId";

  private WorkspaceChecks() {}

  public static List<Requirement> all() {
    return Stream.of(
            workspaces(),
            ofOneWorkspace("WS-DASHBOARDS"),
            ofOneWorkspace("WS-METRICS"),
            ofOneWorkspace("WS-DASHBOARD-METRICS"),
            ofOneDashboard())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> workspaces() {
    return List.of(
        docs("WS-LIST-ANSWERS", "Listing workspaces answers 200 with named workspaces.")
            .as(lists("name", s -> List.of(s.target().workspace()))),
        docs("WS-DASHBOARDS-ANSWERS", "A workspace's dashboards are listed with their ids.")
            .as(lists("externalDashboardId", s -> s.target().dashboards())),
        docs("WS-METRICS-ANSWERS", "A workspace's metrics are listed with their ids.")
            .as(lists("metricId", s -> s.target().metrics())),
        docs("WS-LIST-HIDES-OTHER-ORGANIZATIONS", "Strangers' workspaces are hidden.")
            .as(disjoint(WorkspaceChecks::idOf)),
        client("WS-LIST-SHOWS-CONNECTIONS", "A workspace shows its id and what it connects to.")
            .trait(Trait.READS_ONLY)
            .hint("datamart and companyIntegration are there even when they are null.")
            .check(WorkspaceChecks::connections));
  }

  private static List<Requirement> ofOneDashboard() {
    String group = "WS-DASHBOARD-METRICS";
    return List.of(
        docs(group + "-ANSWERS", "The metrics on a dashboard are listed with their ids.")
            .as(lists("metricId", s -> List.of())),
        docs(group + "-TAKES-API-KEY", "An API key lists the metrics on a dashboard as well.")
            .trait(Trait.READS_ONLY)
            .as(takesApiKey()),
        docs(group + "-ARE-OF-THE-WORKSPACE", "Each metric on a dashboard is of its workspace.")
            .covers(LIST_WORKSPACE_METRICS)
            .trait(Trait.READS_ONLY, Trait.SERVICE_TOKEN)
            .hint("A dashboard shows metrics of its workspace, whatever their names are elsewhere.")
            .check(WorkspaceChecks::ofTheWorkspace),
        needs(group + "-DASHBOARD-IS-REQUIRED", DASHBOARD),
        unknown(group + "-DASHBOARD-MUST-EXIST", DASHBOARD, WORKSPACE_DASHBOARD_UNKNOWN));
  }

  private static void ofTheWorkspace(CheckContext s) {
    Set<String> all =
        s.listed()
            .items(s.call(LIST_WORKSPACE_METRICS, NAME, s.target().workspace()), "metricId")
            .keySet();
    Set<String> shown = s.listed().items(s.accepted(), "metricId").keySet();
    s.demand(all.containsAll(shown), "metrics of the workspace, " + all, shown.toString());
  }

  private static List<Requirement> ofOneWorkspace(String group) {
    return List.of(
        docs(
                group + "-OTHER-ORGANIZATION-IS-REFUSED",
                "To a stranger there is no such workspaceName.")
            .trait(Trait.READS_ONLY)
            .as(ofOthers(NAME, WORKSPACE_ID_UNKNOWN, s -> Strangers.nameIn(s, LIST_WORKSPACES))),
        needs(group + "-NAME-IS-REQUIRED", NAME),
        unknown(group + "-UNKNOWN-IS-REFUSED", NAME, WORKSPACE_ID_UNKNOWN));
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
