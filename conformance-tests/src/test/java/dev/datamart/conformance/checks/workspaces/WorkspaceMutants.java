package dev.datamart.conformance.checks.workspaces;

import static dev.datamart.spec.Operation.LIST_DASHBOARD_METRICS;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.function.Predicate;

/** Servers that get workspaces wrong. */
public final class WorkspaceMutants {
  private WorkspaceMutants() {}

  public static List<Mutant> all() {
    return List.of(
        new Mutant(
            "workspaces come without error null",
            "WS-LIST-ANSWERS",
            "error",
            () -> Faults.edits(LIST_WORKSPACES, body -> body.remove("error"))),
        new Mutant(
            "workspaces do not show connections",
            "WS-LIST-SHOWS-CONNECTIONS",
            "companyIntegration",
            () -> Faults.editsItems(LIST_WORKSPACES, item -> item.remove("companyIntegration"))),
        new Mutant(
            "metrics on a dashboard come with strangers' IDs",
            "WS-DASHBOARD-METRICS-ARE-OF-THE-WORKSPACE",
            "metrics of the workspace",
            () ->
                Faults.editsItems(
                    LIST_DASHBOARD_METRICS,
                    item -> item.put("metricId", item.path("metricId").asText() + "-copy"))),
        new Mutant(
            "metrics on a dashboard are for service tokens alone",
            "WS-DASHBOARD-METRICS-TAKES-API-KEY",
            "200",
            () ->
                (ask, up) -> {
                  Reply reply = up.send(ask);
                  boolean isKey = !up.send(ask.other(LIST_WORKSPACES)).ok();
                  return ask.is(LIST_DASHBOARD_METRICS) && isKey
                      ? Reply.refusal(401, "AUTHENTICATION_ERROR", "Invalid service token")
                      : reply;
                }),
        new Mutant(
            "metrics on a dashboard of no workspace are listed",
            "WS-DASHBOARD-METRICS-NAME-IS-REQUIRED",
            "400",
            () -> listing(ask -> ask.argument("workspaceName").isEmpty())),
        new Mutant(
            "an unknown workspace has dashboards without metrics",
            "WS-DASHBOARD-METRICS-UNKNOWN-IS-REFUSED",
            "WORKSPACE_ID_ERROR",
            () -> listing(ask -> !ask.argument("workspaceName").isEmpty())),
        new Mutant(
            "a stranger's workspace has dashboards without metrics",
            "WS-DASHBOARD-METRICS-OTHER-ORGANIZATION-IS-REFUSED",
            "WORKSPACE_ID_ERROR",
            () -> listing(ask -> !ask.argument("workspaceName").startsWith("dck-"))),
        new Mutant(
            "metrics of no dashboard are listed",
            "WS-DASHBOARD-METRICS-DASHBOARD-IS-REQUIRED",
            "400",
            () -> listing(ask -> ask.argument("dashboardId").isEmpty())),
        new Mutant(
            "an unknown dashboard has no metrics",
            "WS-DASHBOARD-METRICS-DASHBOARD-MUST-EXIST",
            "DASHBOARD_PARAM_ERROR",
            () ->
                (ask, up) -> {
                  Reply reply = up.send(ask);
                  return ask.is(LIST_DASHBOARD_METRICS)
                          && reply.code().equals("DASHBOARD_PARAM_ERROR")
                      ? Reply.json(200, "data", Json.array(), "error", null)
                      : reply;
                }),
        new Mutant(
            "metrics of a workspace have the other code",
            "WS-METRICS-UNKNOWN-IS-REFUSED",
            "WORKSPACE_ID_ERROR",
            () ->
                Faults.refusals(
                    LIST_WORKSPACE_METRICS,
                    reply ->
                        reply.edited(
                            body ->
                                ((ObjectNode) body.get("error"))
                                    .put("code", "INVALID_WORKSPACE_NAME")))));
  }

  /** Lists nothing where it has to refuse. */
  private static Fault listing(Predicate<Ask> when) {
    return Faults.accepts(LIST_DASHBOARD_METRICS, when, "data", Json.array(), "error", null);
  }
}
