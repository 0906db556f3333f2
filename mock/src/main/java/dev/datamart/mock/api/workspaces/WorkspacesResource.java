package dev.datamart.mock.api.workspaces;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.WorkspacesApi;
import dev.datamart.stub.model.ConnectedDatamart;
import dev.datamart.stub.model.ConnectedDatasource;
import dev.datamart.stub.model.DashboardItem;
import dev.datamart.stub.model.ListDashboardMetricsRequest;
import dev.datamart.stub.model.ListDashboardMetricsResponse;
import dev.datamart.stub.model.ListWorkspaceDashboardsRequest;
import dev.datamart.stub.model.ListWorkspaceDashboardsResponse;
import dev.datamart.stub.model.ListWorkspaceMetricsRequest;
import dev.datamart.stub.model.ListWorkspaceMetricsResponse;
import dev.datamart.stub.model.ListWorkspacesResponse;
import dev.datamart.stub.model.MetricItem;
import dev.datamart.stub.model.WorkspaceItem;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /workspace}. */
public final class WorkspacesResource implements WorkspacesApi {

  @Override
  public ListWorkspacesResponse listWorkspaces(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return new ListWorkspacesResponse()
        .data(ApiCall.current().read(now -> page.map(now.workspaces(), WorkspacesResource::item)));
  }

  @Override
  public ListWorkspaceDashboardsResponse listWorkspaceDashboards(
      ListWorkspaceDashboardsRequest body) {
    String name = Require.text(body.getWorkspaceName(), "workspaceName");
    Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
    return new ListWorkspaceDashboardsResponse()
        .data(read(name, workspace -> page.map(workspace.dashboards(), WorkspacesResource::item)));
  }

  @Override
  public ListWorkspaceMetricsResponse listWorkspaceMetrics(ListWorkspaceMetricsRequest body) {
    String name = Require.text(body.getWorkspaceName(), "workspaceName");
    Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
    return new ListWorkspaceMetricsResponse()
        .data(read(name, workspace -> page.map(workspace.metrics(), WorkspacesResource::item)));
  }

  @Override
  public ListDashboardMetricsResponse listDashboardMetrics(ListDashboardMetricsRequest body) {
    String name = Require.text(body.getWorkspaceName(), "workspaceName");
    String id = Require.text(body.getDashboardId(), "dashboardId");
    Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
    return new ListDashboardMetricsResponse()
        .data(
            read(
                name,
                workspace ->
                    page.of(dashboard(workspace, id).metrics()).stream()
                        .map(metric -> item(requireNonNull(workspace.metrics().get(metric))))
                        .toList()));
  }

  private static Dashboard dashboard(Workspace workspace, String id) {
    return Require.found(
        workspace.dashboards(),
        id,
        Problem.WORKSPACE_DASHBOARD_UNKNOWN,
        "the workspace has no dashboard");
  }

  private static <T> T read(String name, Function<Workspace, T> function) {
    return ApiCall.current()
        .read(
            now ->
                function.apply(
                    Require.found(now, Kind.WORKSPACE, name, Problem.WORKSPACE_ID_UNKNOWN)));
  }

  private static DashboardItem item(Dashboard dashboard) {
    return new DashboardItem().name(dashboard.name()).externalDashboardId(dashboard.id());
  }

  private static MetricItem item(Metric metric) {
    return new MetricItem().name(metric.name()).metricId(metric.id());
  }

  private static WorkspaceItem item(Workspace workspace) {
    String datamart = only(workspace.datamarts(), workspace.isMultiDatamart());
    String datasource = only(workspace.datasources(), workspace.isMultiDatasource());
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
