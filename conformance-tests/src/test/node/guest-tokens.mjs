// Guest tokens: made for end users, kept with their data app, and no credentials of this API.

import { randomUUID } from "node:crypto";
import { findDatasource } from "./discovery.mjs";
import {
  given,
  optionalArray,
  optionalBoolean,
  optionalList,
  optionalName,
  optionalObject,
  requiredName,
} from "./members.mjs";
import { invalid, missing, refused } from "./problems.mjs";
import { reads } from "./reading.mjs";

const PERMISSIONS = [
  "isEnableArchiveMetrics",
  "isEnableManageMetrics",
  "isEnableCreateDashboardView",
  "isEnableMetricUpdation",
  "isEnableCustomizeLayout",
  "isEnableUnderlyingData",
  "isEnableDownloadMetrics",
  "isShowSideBar",
  "isShowDashboardName",
  "isDisableMetricCreation",
];

function refuseMisplaced(body) {
  for (const member of ["accessSettings", "allowedEmbeds"]) {
    if (Object.hasOwn(body, member)) throw invalid(member);
  }
}

function texts(params, member) {
  const list = optionalArray(params, member) ?? [];
  const isName = (value) => typeof value === "string" && value !== "";
  if (!list.every(isName)) throw invalid(member);
  return list;
}

function filters(params, member, key) {
  return (optionalList(params, member) ?? []).map((filter) => {
    const id = requiredName(filter, key);
    if (optionalObject(filter, "values") === undefined) throw missing("values");
    optionalBoolean(filter, "isShowOnUrl");
    return id;
  });
}

function readParams(params) {
  texts(params, "hideDashboardFilters");
  optionalName(params, "userIdentifier");
  optionalName(params, "timezone");
  return {
    dashboard: optionalName(optionalObject(params, "dashboard") ?? {}, "id"),
    embeds: texts(params, "allowedEmbeds"),
    dashboards: filters(params, "dashboardAppFilters", "dashboardId"),
    metrics: filters(params, "appFilters", "metricId"),
    ruled: filters(params, "rlsSettings", "metricId"),
  };
}

function readToken(body) {
  refuseMisplaced(body);
  const clientId = requiredName(body, "clientId");
  const lifetime = given(body, "expiryTime");
  const lives = lifetime === undefined || (typeof lifetime === "number" && lifetime > 0);
  if (!lives) throw invalid("expiryTime");
  const permissions = optionalObject(body, "permissions") ?? {};
  PERMISSIONS.forEach((flag) => optionalBoolean(permissions, flag));
  const datasourceName = optionalName(body, "datasourceName");
  const params = readParams(optionalObject(body, "params") ?? {});
  return { clientId, lifetime, permissions, datasourceName, params };
}

function hasContent(org, member, key, id) {
  return [...org.workspaces.values()].some((workspace) =>
    workspace[member].some((one) => one[key] === id),
  );
}

function checkNames(org, app, { datasourceName, params }) {
  const check = (ids, isThere, message, code) => {
    const lost = ids.find((id) => !isThere(id));
    if (lost !== undefined) throw refused(message(lost), code);
  };
  const isDashboard = (id) => hasContent(org, "dashboards", "dashboardId", id);
  const isMetric = (id) => hasContent(org, "metrics", "metricId", id);
  const noMetric = () => "Invalid metric Id";

  if (datasourceName !== undefined) findDatasource(org, datasourceName);
  const named = params.dashboard === undefined ? [] : [params.dashboard];
  check(named, isDashboard, () => "Invalid dashboard id", "DASHBOARD_PARAM_ERROR");
  const noDashboard = (id) => `Invalid dashboard Id: ${id} in dashboard appFilter`;
  check(params.dashboards, isDashboard, noDashboard, "APP_FILTER_PARAM_ERROR");
  check(params.metrics, isMetric, noMetric, "APP_FILTER_PARAM_ERROR");
  check(params.ruled, isMetric, noMetric, "RLS_SETTINGS_PARAM_ERROR");
  const noEmbed = () => "Embed ID not found or mismatched with API Key";
  const code = reads("decided") ? "INVALID_EMBED_ID" : "EMBED_PARAM_ERROR";
  check(params.embeds, (id) => app.embeds.has(id), noEmbed, code);
}

function make(org, app, draft) {
  checkNames(org, app, draft);
  const token = reads("shapes") ? randomUUID().toUpperCase() : randomUUID();
  app.guests.set(token, draft);
  return { token };
}

export function createGuestToken({ org, app, body }) {
  const appName = requiredName(body, "dataAppName");
  const draft = readToken(body);
  if (appName !== app.name) throw refused("Missing or invalid data app", "INVALID_DATA_APP_API_KEY");
  return make(org, app, draft);
}

/** That of version 1 names a workspace in place of the data app, which is that of the key. */
export function createGuestTokenByWorkspace({ org, app, body }) {
  const name = requiredName(body, "workspaceName");
  const draft = readToken(body);
  if (!org.workspaces.has(name)) throw refused("Invalid workspace name", "WORKSPACE_ID_ERROR");
  return make(org, app, draft);
}
