package dev.datamart.conformance.noun;

import dev.datamart.conformance.wire.Json;

/** Metrics that lie on a dashboard of a workspace, which are only read. */
public final class DashboardMetrics {
  public static final Noun NOUN =
      Noun.of("metric of a dashboard", "metricId", "metricId").withOwner(Dashboards.NOUN);

  static final Role LIST =
      Role.read(
          Verb.LIST,
          NOUN,
          stock ->
              Json.object(
                  "workspaceName", stock.a(Workspaces.NOUN),
                  "dashboardId", stock.a(Dashboards.NOUN)));

  private DashboardMetrics() {}
}
