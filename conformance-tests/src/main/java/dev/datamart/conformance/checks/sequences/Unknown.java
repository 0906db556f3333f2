package dev.datamart.conformance.checks.sequences;

import static java.util.Map.entry;

import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a call names something that has to exist, and how it is refused when that does not.
 *
 * @param pointer to the name; the last table stands for {@code last}, since the first one is what
 *     everybody checks
 */
record Unknown(String pointer, Set<Problem> problems) {
  private static final List<Unknown> OF_TABLES =
      List.of(
          of("/tableList/last/name", Problem.TABLE_UNKNOWN),
          of("/tableList/last/columns/0/name", Problem.COLUMN_UNKNOWN));

  static final Map<Operation, List<Unknown>> BY_OPERATION =
      Map.ofEntries(
          entry(
              Operation.CREATE_DATAMART,
              List.of(
                  OF_TABLES.get(0),
                  OF_TABLES.get(1),
                  of("/datasourceName", Problem.DATASOURCE_UNKNOWN))),
          entry(Operation.UPDATE_DATAMART, OF_TABLES),
          entry(
              Operation.CREATE_EMBED,
              List.of(
                  of("/workspaceName", Problem.WORKSPACE_UNKNOWN, Problem.DASHBOARD_UNKNOWN),
                  of("/dashboardId", Problem.DASHBOARD_UNKNOWN),
                  of("/metricId", Problem.METRIC_UNKNOWN))),
          entry(
              Operation.GET_DATASOURCE_SCHEMA,
              List.of(of("/datasourceName", Problem.DATASOURCE_UNKNOWN))),
          entry(
              Operation.LIST_WORKSPACE_DASHBOARDS,
              List.of(of("/workspaceName", Problem.WORKSPACE_ID_UNKNOWN))),
          entry(
              Operation.LIST_WORKSPACE_METRICS,
              List.of(of("/workspaceName", Problem.WORKSPACE_ID_UNKNOWN))));

  private static Unknown of(String pointer, Problem... problems) {
    return new Unknown(pointer, Set.of(problems));
  }

  /** The pointer in the arguments of a call. */
  String at(Call call) {
    int last = Math.max(0, call.arguments().path("tableList").size() - 1);
    return pointer.replace("last", String.valueOf(last));
  }
}
