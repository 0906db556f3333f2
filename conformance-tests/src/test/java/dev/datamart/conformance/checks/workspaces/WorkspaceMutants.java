package dev.datamart.conformance.checks.workspaces;

import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import java.util.List;

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
}
