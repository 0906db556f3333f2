// Embeds of a data app: list, create, update, rename, delete.

import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { checkSettings, defaultSettings, readSettings } from "./embed-settings.mjs";
import {
  optionalBoolean,
  optionalName,
  optionalObject,
  optionalText,
  requiredChoice,
  requiredName,
} from "./members.mjs";
import { paged } from "./pages.mjs";
import { invalid, missing, refused } from "./problems.mjs";
import { reads } from "./reading.mjs";
import { newEmbedId, now } from "./state.mjs";

const EMBED_TYPES = ["dashboard", "metric"];

function findEmbed(app, embedId, code) {
  const found = app.embeds.get(embedId);
  if (!found) throw refused("Embed not found", code);
  return found;
}

function show(app, embed) {
  const { id, embedId, name, embedType, dashboard, metric, settings } = embed;
  const { createdAt, updatedAt } = embed;
  const dashboardId = metric ? null : dashboard.dashboardId;
  const metricId = metric ? metric.metricId : null;
  const metadata = { updatedAt: dashboard.updatedAt, createdAt: dashboard.createdAt };
  const ids = { embedId, dashboardId, metricId };
  return {
    accessSettings: settings,
    embedMetadata: { dataAppName: app.name, embedType, name, ...ids, updatedAt, createdAt },
    externalMetric: metric ? { name: metric.name, metricId } : null,
    externalDashboard: metric
      ? null
      : { name: dashboard.name, externalDashboardId: dashboardId, metadata },
    embedType,
    name,
    embedId,
    id,
  };
}

/** No embed is made for a client here, so that filter leaves nothing. */
export function listEmbeds(app, page, embedId, clientId) {
  const wanted = [...app.embeds.values()].filter(
    (embed) => clientId === undefined && (embedId === undefined || embed.embedId === embedId),
  );
  return { error: null, data: paged(wanted, page).map((embed) => show(app, embed)) };
}

/** The dashboards that a data app shows: of these names alone, if any are given. */
export function listShown(app, page, names) {
  const shown = [...app.embeds.values()]
    .filter(({ metric }) => metric === null)
    .map(({ embedId, dashboard }) => ({
      embedId,
      externalDashboardId: dashboard.dashboardId,
      name: dashboard.name,
    }))
    .filter(({ name }) => names === undefined || names.includes(name));
  return { error: null, data: paged(shown, page) };
}

function readEmbed(body) {
  const dashboardId = requiredName(body, "dashboardId");
  const embedType = requiredChoice(body, "embedType", EMBED_TYPES);
  const isMetric = embedType === "metric";
  const metricId = isMetric ? requiredName(body, "metricId") : optionalText(body, "metricId");
  const workspaceName = requiredName(body, "workspaceName");
  const name = optionalName(body, "name");
  const access = optionalObject(body, "accessSettings");
  if (!isMetric && access === undefined) throw missing("accessSettings");
  if (!isMetric || (access && reads("strict"))) requiredName(access, "datamartName");
  const settings = { ...defaultSettings(), ...readSettings(access ?? {}) };
  return { dashboardId, embedType, metricId, workspaceName, name, settings };
}

function findContent(org, { workspaceName, dashboardId, embedType, metricId }) {
  const workspace = org.workspaces.get(workspaceName);
  if (!workspace) throw refused("Invalid workspace name", "INVALID_WORKSPACE_NAME");
  const dashboard = workspace.dashboards.find((one) => one.dashboardId === dashboardId);
  if (!dashboard) throw refused("Dashboard not found", "INVALID_DASHBOARD_ID");
  if (embedType === "dashboard") return { workspace, dashboard, metric: null };
  const metric = workspace.metrics.find((one) => one.metricId === metricId);
  if (!metric) throw refused("Metric not found", "INVALID_METRIC_ID");
  return { workspace, dashboard, metric };
}

export function createEmbed({ org, app, body }) {
  const { name, embedType, settings, ...wanted } = readEmbed(body);

  if (reads("order")) checkSettings(org, settings);
  const content = findContent(org, { embedType, ...wanted });
  checkSettings(org, settings);

  const isTaken = [...app.embeds.values()].some((embed) => embed.name === name);
  if (reads("strict") && name && isTaken) throw invalid("name");
  const embedId = newEmbedId();
  const createdAt = now();
  const made = { id: randomUUID(), embedId, embedType, name: name || embedId, settings };
  app.embeds.set(embedId, { ...made, ...content, createdAt, updatedAt: createdAt });
  return { error: null, id: embedId };
}

export function updateEmbed({ org, app, body }) {
  const embedId = requiredName(body, "embedId");
  const name = optionalName(body, "name");
  const changes = readSettings(optionalObject(body, "accessSettings") ?? {});

  const embed = findEmbed(app, embedId, reads("decided") ? undefined : "INVALID_EMBED_ID");
  const settings = { ...embed.settings, ...changes };
  // What a list showed must be accepted back, even if the datamart has lost a table since then.
  const isSame = (member) => isDeepStrictEqual(settings[member], embed.settings[member]);
  if (!isSame("datamartName") || !isSame("tableTenancySettings")) checkSettings(org, settings);

  embed.settings = settings;
  embed.name = name || embed.name;
  embed.updatedAt = now();
  return { error: null, id: embedId };
}

export function renameEmbed({ app, body }) {
  const embedId = requiredName(body, "embedId");
  const name = requiredName(body, "name");
  const withDashboard = optionalBoolean(body, "isRenameDashboard") ?? false;

  const embed = findEmbed(app, embedId, "INVALID_EMBED_ID");
  embed.name = name;
  embed.updatedAt = now();
  if (withDashboard && embed.metric === null) {
    embed.dashboard.name = name;
    embed.dashboard.updatedAt = embed.updatedAt;
  }
  return { error: null, name, id: embedId };
}

export function deleteEmbed(app, embedId) {
  findEmbed(app, embedId);
  app.embeds.delete(embedId);
  return { error: null, id: embedId };
}
