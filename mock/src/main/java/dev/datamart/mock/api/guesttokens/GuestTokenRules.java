package dev.datamart.mock.api.guesttokens;

import static java.util.Objects.requireNonNullElse;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.json.PlainJson;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.model.DashboardAppFilter;
import dev.datamart.stub.model.GuestTokenDashboard;
import dev.datamart.stub.model.GuestTokenParams;
import dev.datamart.stub.model.MetricFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a guest token must be, in the order in which a request is looked at. */
final class GuestTokenRules {

  /** Members that belong elsewhere: who sends them means something that would not happen. */
  private static final List<String> MISPLACED = List.of("accessSettings", "allowedEmbeds");

  private GuestTokenRules() {}

  /** Refuses what is asked for at the top level and is not granted there. */
  static void refuseMisplaced(byte[] body) {
    Set<String> sent = PlainJson.names(body);
    for (String member : MISPLACED) {
      if (sent.contains(member)) {
        throw Detail.MISPLACED.refusal(member);
      }
    }
  }

  /** Refuses a data app that is another than that of the API key. */
  static void checkDataApp(String asked, String ofKey) {
    if (!asked.equals(ofKey)) {
      throw Refusal.of(Problem.GUEST_DATA_APP_INVALID);
    }
  }

  /** Returns what refuses a workspace that is not there, and changes nothing. */
  static UnaryOperator<Organization> workspaceCheck(String name) {
    return before -> {
      Require.found(before, Kind.WORKSPACE, name, Problem.GUEST_WORKSPACE_UNKNOWN);
      return before;
    };
  }

  /** Refuses what is wrong whatever there is in the organization. */
  static void checkShape(
      @Nullable String datasourceName,
      @Nullable GuestTokenParams given,
      @Nullable BigDecimal expiryTime) {
    Require.notEmpty(datasourceName, "datasourceName");
    if (expiryTime != null && expiryTime.signum() <= 0) {
      throw Detail.NOT_POSITIVE.refusal("expiryTime");
    }
    GuestTokenParams params = requireNonNullElse(given, new GuestTokenParams());
    Require.texts(params.getAllowedEmbeds(), "params.allowedEmbeds");
    Require.texts(params.getHideDashboardFilters(), "params.hideDashboardFilters");
    Require.notEmpty(params.getUserIdentifier(), "params.userIdentifier");
    Require.notEmpty(params.getTimezone(), "params.timezone");
    Require.notEmpty(dashboard(params), "params.dashboard.id");
    String place = "params.dashboardAppFilters[].";
    for (DashboardAppFilter filter : list(params.getDashboardAppFilters())) {
      Require.text(Require.value(filter, place).getDashboardId(), place + "dashboardId");
      Require.value(filter.getValues(), place + "values");
    }
    checkFilters(params.getAppFilters(), "params.appFilters[].");
    checkFilters(params.getRlsSettings(), "params.rlsSettings[].");
  }

  private static void checkFilters(@Nullable List<MetricFilter> filters, String place) {
    for (MetricFilter filter : list(filters)) {
      Require.text(Require.value(filter, place).getMetricId(), place + "metricId");
      Require.value(filter.getValues(), place + "values");
    }
  }

  /** Finds what the draft names, in the contract's order. */
  static void checkNames(Organization in, String dataApp, GuestTokenDraft draft) {
    String datasource = draft.datasourceName();
    if (datasource != null) {
      Require.found(in, Kind.DATASOURCE, datasource, Problem.GUEST_DATASOURCE_UNKNOWN);
    }
    GuestTokenParams params = requireNonNullElse(draft.params(), new GuestTokenParams());
    String dashboard = dashboard(params);
    if (dashboard != null && !hasDashboard(in, dashboard)) {
      throw unknown(Problem.DASHBOARD_PARAM_UNKNOWN, dashboard);
    }
    for (DashboardAppFilter filter : list(params.getDashboardAppFilters())) {
      if (!hasDashboard(in, filter.getDashboardId())) {
        throw unknown(Problem.APP_FILTER_DASHBOARD_UNKNOWN, filter.getDashboardId());
      }
    }
    checkMetrics(in, params.getAppFilters(), Problem.APP_FILTER_METRIC_UNKNOWN);
    checkMetrics(in, params.getRlsSettings(), Problem.RLS_METRIC_UNKNOWN);
    for (String embed : list(params.getAllowedEmbeds())) {
      Require.found(
          in.of(Kind.EMBED, dataApp),
          embed,
          Problem.EMBED_PARAM_UNKNOWN,
          "the data app has no embed");
    }
  }

  private static void checkMetrics(
      Organization in, @Nullable List<MetricFilter> filters, Problem otherwise) {
    for (MetricFilter filter : list(filters)) {
      if (!hasAny(in, workspace -> workspace.metrics().has(filter.getMetricId()))) {
        throw unknown(otherwise, filter.getMetricId());
      }
    }
  }

  private static boolean hasDashboard(Organization in, String id) {
    return hasAny(in, workspace -> workspace.dashboards().has(id));
  }

  private static boolean hasAny(Organization in, Predicate<Workspace> condition) {
    return in.workspaces().all().stream().anyMatch(condition);
  }

  private static @Nullable String dashboard(GuestTokenParams params) {
    GuestTokenDashboard dashboard = params.getDashboard();
    return dashboard == null ? null : dashboard.getId();
  }

  private static Refusal unknown(Problem problem, String id) {
    return Refusal.about(problem, id).at(null, "the organization has no \"" + id + "\"");
  }

  private static <T> List<T> list(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }
}
