package dev.datamart.mock.api.workspaces;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.WorkspacesApi;
import dev.datamart.stub.model.ConnectedDatamart;
import dev.datamart.stub.model.ConnectedDatasource;
import dev.datamart.stub.model.DashboardItem;
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
    return ApiCall.current()
        .read(
            now ->
                new ListWorkspacesResponse()
                    .data(
                        page.of(now.workspaces()).stream().map(WorkspacesResource::item).toList()));
  }

  @Override
  public ListWorkspaceDashboardsResponse listWorkspaceDashboards(
      ListWorkspaceDashboardsRequest body) {
    String name = Require.text(body.getWorkspaceName(), "workspaceName");
    Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
    return read(
        name,
        workspace ->
            new ListWorkspaceDashboardsResponse()
                .data(
                    page.of(workspace.dashboards()).stream()
                        .map(d -> new DashboardItem().name(d.name()).externalDashboardId(d.id()))
                        .toList()));
  }

  @Override
  public ListWorkspaceMetricsResponse listWorkspaceMetrics(ListWorkspaceMetricsRequest body) {
    String name = Require.text(body.getWorkspaceName(), "workspaceName");
    Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
    return read(
        name,
        workspace ->
            new ListWorkspaceMetricsResponse()
                .data(
                    page.of(workspace.metrics()).stream()
                        .map(m -> new MetricItem().name(m.name()).metricId(m.id()))
                        .toList()));
  }

  private static <T> T read(String name, Function<Workspace, T> function) {
    return ApiCall.current()
        .read(
            now ->
                function.apply(
                    now.workspaces()
                        .find(name)
                        .orElseThrow(() -> Refusal.of(Problem.WORKSPACE_ID_UNKNOWN))));
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
