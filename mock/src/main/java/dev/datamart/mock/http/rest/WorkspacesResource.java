package dev.datamart.mock.http.rest;

import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.http.Call;
import dev.datamart.mock.http.mapping.DiscoveryAnswers;
import dev.datamart.mock.problem.Problem;
import dev.datamart.mock.service.Page;
import dev.datamart.mock.service.Require;
import dev.datamart.stub.api.WorkspacesApi;
import dev.datamart.stub.model.ListWorkspaceDashboardsRequest;
import dev.datamart.stub.model.ListWorkspaceDashboardsResponse;
import dev.datamart.stub.model.ListWorkspaceMetricsRequest;
import dev.datamart.stub.model.ListWorkspaceMetricsResponse;
import dev.datamart.stub.model.ListWorkspacesResponse;

/** {@code /workspace}. */
public final class WorkspacesResource implements WorkspacesApi {

  private record Question(Page page) {}

  private record DashboardsQuestion(String workspaceName, Page page) {}

  private record MetricsQuestion(String workspaceName, Page page) {}

  @Override
  public ListWorkspacesResponse listWorkspaces(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return Call.current()
        .answer(new Question(page), now -> DiscoveryAnswers.workspaces(page.of(now.workspaces())));
  }

  @Override
  public ListWorkspaceDashboardsResponse listWorkspaceDashboards(
      ListWorkspaceDashboardsRequest body) {
    String name = Require.text(body.getWorkspaceName(), "workspaceName");
    Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
    return Call.current()
        .answer(
            new DashboardsQuestion(name, page),
            now -> DiscoveryAnswers.dashboards(page.of(workspace(now, name).dashboards())));
  }

  @Override
  public ListWorkspaceMetricsResponse listWorkspaceMetrics(ListWorkspaceMetricsRequest body) {
    String name = Require.text(body.getWorkspaceName(), "workspaceName");
    Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
    return Call.current()
        .answer(
            new MetricsQuestion(name, page),
            now -> DiscoveryAnswers.metrics(page.of(workspace(now, name).metrics())));
  }

  private static Workspace workspace(Organization organization, String name) {
    return organization.workspaces().find(name).orElseThrow(Problem.WORKSPACE_ID_UNKNOWN::raise);
  }
}
