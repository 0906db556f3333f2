package dev.datamart.mock.api.workspaces;

import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.stub.model.ConnectedDatamart;
import dev.datamart.stub.model.ConnectedDatasource;
import dev.datamart.stub.model.DashboardItem;
import dev.datamart.stub.model.DatasourceItem;
import dev.datamart.stub.model.DatasourceSchema;
import dev.datamart.stub.model.GetDatasourceSchemaResponse;
import dev.datamart.stub.model.ListDatasourcesResponse;
import dev.datamart.stub.model.ListWorkspaceDashboardsResponse;
import dev.datamart.stub.model.ListWorkspaceMetricsResponse;
import dev.datamart.stub.model.ListWorkspacesResponse;
import dev.datamart.stub.model.MetricItem;
import dev.datamart.stub.model.SchemaColumn;
import dev.datamart.stub.model.SchemaTable;
import dev.datamart.stub.model.WorkspaceItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an organization has to choose from, as the discovery lists show it. */
public final class DiscoveryAnswers {

  private DiscoveryAnswers() {}

  public static ListDatasourcesResponse datasources(List<Datasource> datasources) {
    return new ListDatasourcesResponse()
        .data(
            datasources.stream()
                .map(
                    d ->
                        new DatasourceItem()
                            .name(d.name())
                            .isAuthenticated(d.isAuthenticated())
                            .isDisabled(d.isDisabled()))
                .toList());
  }

  public static GetDatasourceSchemaResponse schema(Datasource datasource) {
    int columns = datasource.tables().stream().mapToInt(t -> t.columns().size()).sum();
    return new GetDatasourceSchemaResponse()
        .data(
            new DatasourceSchema()
                .datasourceName(datasource.name())
                .datasourceId(datasource.id())
                .tables(datasource.tables().stream().map(DiscoveryAnswers::table).toList())
                .tableCount(datasource.tables().size())
                .columnCount(columns));
  }

  public static ListWorkspacesResponse workspaces(List<Workspace> workspaces) {
    return new ListWorkspacesResponse()
        .data(workspaces.stream().map(DiscoveryAnswers::workspace).toList());
  }

  public static ListWorkspaceDashboardsResponse dashboards(List<Dashboard> dashboards) {
    return new ListWorkspaceDashboardsResponse()
        .data(
            dashboards.stream()
                .map(d -> new DashboardItem().name(d.name()).externalDashboardId(d.id()))
                .toList());
  }

  public static ListWorkspaceMetricsResponse metrics(List<Metric> metrics) {
    return new ListWorkspaceMetricsResponse()
        .data(metrics.stream().map(m -> new MetricItem().name(m.name()).metricId(m.id())).toList());
  }

  private static SchemaTable table(SourceTable table) {
    return new SchemaTable()
        .name(table.name())
        .schema(table.schemaName())
        .columns(
            table.columns().stream()
                .map(c -> new SchemaColumn().name(c.name()).dataType(c.dataType()))
                .toList());
  }

  private static WorkspaceItem workspace(Workspace workspace) {
    String datamart = only(workspace.datamartNames(), workspace.isMultiDatamart());
    String datasource = only(workspace.datasourceNames(), workspace.isMultiDatasource());
    return new WorkspaceItem()
        .name(workspace.name())
        .id(workspace.id())
        .datamart(datamart == null ? null : new ConnectedDatamart().name(datamart))
        .companyIntegration(datasource == null ? null : new ConnectedDatasource().name(datasource))
        .isMultiDatasource(workspace.isMultiDatasource())
        .isMultiDatamart(workspace.isMultiDatamart());
  }

  /** A workspace that was set up for several names none of them. */
  private static @Nullable String only(List<String> names, boolean isMulti) {
    return isMulti || names.isEmpty() ? null : names.get(0);
  }
}
