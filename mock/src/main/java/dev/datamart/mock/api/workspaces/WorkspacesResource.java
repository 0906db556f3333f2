package dev.datamart.mock.api.workspaces;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.WorkspacesApi;
import dev.datamart.stub.model.ListWorkspaceDashboardsRequest;
import dev.datamart.stub.model.ListWorkspaceDashboardsResponse;
import dev.datamart.stub.model.ListWorkspaceMetricsRequest;
import dev.datamart.stub.model.ListWorkspaceMetricsResponse;
import dev.datamart.stub.model.ListWorkspacesResponse;

/** {@code /workspace}. */
public final class WorkspacesResource implements WorkspacesApi {

  @Override
  public ListWorkspacesResponse listWorkspaces(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return ApiCall.current().read(now -> DiscoveryAnswers.workspaces(page.of(now.workspaces())));
  }

  @Override
  public ListWorkspaceDashboardsResponse listWorkspaceDashboards(
      ListWorkspaceDashboardsRequest body) {
    String name = Require.text(body.getWorkspaceName(), "workspaceName");
    Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
    return ApiCall.current()
        .read(now -> DiscoveryAnswers.dashboards(page.of(workspace(now, name).dashboards())));
  }

  @Override
  public ListWorkspaceMetricsResponse listWorkspaceMetrics(ListWorkspaceMetricsRequest body) {
    String name = Require.text(body.getWorkspaceName(), "workspaceName");
    Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
    return ApiCall.current()
        .read(now -> DiscoveryAnswers.metrics(page.of(workspace(now, name).metrics())));
  }

  private static Workspace workspace(Organization organization, String name) {
    return organization
        .workspaces()
        .find(name)
        .orElseThrow(() -> Refusal.of(Problem.WORKSPACE_ID_UNKNOWN));
  }
}
