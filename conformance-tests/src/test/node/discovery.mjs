// What people have set up in the product: datasources and workspaces. The API only shows them.

import { requiredName, requiredParameter } from "./members.mjs";
import { pageOfBody, pageOfQuery, paged } from "./pages.mjs";
import { refused } from "./problems.mjs";

export function findDatasource(org, name) {
  const found = org.datasources.get(name);
  if (!found) throw refused("Invalid datasource name", "DATASOURCE_NAME_ERROR");
  return found;
}

export function listDatasources({ org, query }) {
  const shown = { isDisabled: false, isAuthenticated: true, type: "postgres" };
  const page = paged(org.datasources.values(), pageOfQuery(query));
  return { data: page.map(({ id, name }) => ({ ...shown, name, id })) };
}

export function showSchema({ org, query }) {
  const datasource = findDatasource(org, requiredParameter(query, "datasourceName"));
  return {
    data: {
      columnCount: datasource.tables.reduce((sum, table) => sum + table.columns.length, 0),
      tableCount: datasource.tables.length,
      tables: datasource.tables,
      datasourceId: datasource.id,
      datasourceName: datasource.name,
    },
  };
}

export function listWorkspaces({ org, query }) {
  const data = paged(org.workspaces.values(), pageOfQuery(query)).map((workspace) => ({
    isMultiDatamart: workspace.datamartNames.length > 1,
    isMultiDatasource: false,
    companyIntegration: null,
    datamart: workspace.datamartNames.length > 0 ? { name: workspace.datamartNames[0] } : null,
    id: workspace.id,
    name: workspace.name,
  }));
  return { error: null, data };
}

function contentOf({ org, body }, member, show) {
  const name = requiredName(body, "workspaceName");
  const page = pageOfBody(body);
  const workspace = org.workspaces.get(name);
  if (!workspace) throw refused("Invalid workspace name", "WORKSPACE_ID_ERROR");
  return { error: null, data: paged(workspace[member], page).map(show) };
}

/** The metrics that lie on one dashboard. */
export function listDashboardMetrics({ org, body }) {
  const name = requiredName(body, "workspaceName");
  const dashboardId = requiredName(body, "dashboardId");
  const page = pageOfBody(body);
  const workspace = org.workspaces.get(name);
  if (!workspace) throw refused("Invalid workspace name", "WORKSPACE_ID_ERROR");
  const dashboard = workspace.dashboards.find((each) => each.dashboardId === dashboardId);
  if (!dashboard) throw refused("Invalid dashboard id", "DASHBOARD_PARAM_ERROR");
  const shown = workspace.metrics.filter(({ metricId }) => dashboard.metricIds.includes(metricId));
  const data = paged(shown, page).map(({ id, metricId, name: called }) => ({ id, metricId, name: called }));
  return { error: null, data };
}

export const listDashboards = (call) =>
  contentOf(call, "dashboards", ({ id, name, dashboardId }) => ({
    externalDashboardId: dashboardId,
    name,
    id,
  }));

export const listMetrics = (call) =>
  contentOf(call, "metrics", ({ id, name, metricId }) => ({ metricId, name, id }));
