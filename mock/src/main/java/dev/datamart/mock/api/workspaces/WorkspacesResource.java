package dev.datamart.mock.api.workspaces;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.LocatedJson.Reader;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code /workspace}. */
public final class WorkspacesResource implements WorkspacesApi {

  /** Workspaces in a seed, with their dashboards and metrics. */
  public static final SeedForm<Workspace> SEED =
      SeedForm.of(Kind.WORKSPACE, "name", WorkspacesResource::seeded);

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

  private static UnaryOperator<Organization> seeded(LocatedJson at, String owner, Instant now)
      throws SeedException {
    String id = uuid(at.text("id"), "id", at);
    OrderedMap<Metric> metrics = keyed(at, "metrics", metric -> metric(metric, id));
    Workspace workspace =
        new Workspace(
            at.text("name"),
            id,
            at.list("datasources", LocatedJson::text),
            at.list("datamarts", LocatedJson::text),
            at.flag("isMultiDatasource", false),
            at.flag("isMultiDatamart", false),
            keyed(at, "dashboards", dashboard -> dashboard(dashboard, metrics, now)),
            metrics);
    return before -> {
      check(before, Kind.DATASOURCE, workspace.datasources(), Problem.DATASOURCE_UNKNOWN);
      check(before, Kind.DATAMART, workspace.datamarts(), Problem.DATAMART_NOT_FOUND);
      return before.with(workspace);
    };
  }

  private static void check(Organization in, Kind<?> kind, List<String> names, Problem otherwise) {
    for (String name : names) {
      Require.of(name, () -> Require.found(in, kind, name, otherwise));
    }
  }

  private static Dashboard dashboard(LocatedJson at, OrderedMap<Metric> metrics, Instant now)
      throws SeedException {
    Instant created = at.time("createdAt", now);
    return new Dashboard(
        at.text("id"),
        at.text("name"),
        created,
        at.time("updatedAt", created),
        at.list("metrics", metric -> oneOf(metrics, metric)));
  }

  private static Metric metric(LocatedJson at, String workspaceId) throws SeedException {
    String id = at.text("id");
    String own = at.optionalText("externalMetricId");
    return new Metric(
        id,
        at.text("name"),
        own == null ? Metric.ownId(workspaceId, id) : uuid(own, "externalMetricId", at),
        at.flag("isPublished", true),
        at.flag("isElement", false));
  }

  private static String oneOf(OrderedMap<Metric> metrics, LocatedJson at) throws SeedException {
    String id = at.text();
    if (!metrics.has(id)) {
      throw at.refuse("the workspace has no metric \"" + id + "\"");
    }
    return id;
  }

  private static <T extends Keyed> OrderedMap<T> keyed(
      LocatedJson at, String member, Reader<T> reader) throws SeedException {
    OrderedMap<T> map = OrderedMap.empty();
    for (LocatedJson item : at.list(member)) {
      T thing = item.read(reader);
      if (map.has(thing.key())) {
        throw item.refuse("\"" + thing.key() + "\" is there already");
      }
      map = map.with(thing);
    }
    return map;
  }

  private static String uuid(String text, String member, LocatedJson at) throws SeedException {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException malformed) {
      throw at.refuse("\"" + member + "\" must be a UUID");
    }
  }
}
