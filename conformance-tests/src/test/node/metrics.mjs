// The metrics that an embed shows, and which of them are published.

import { given, optionalBoolean, requiredName } from "./members.mjs";
import { paged } from "./pages.mjs";
import { Problem, missing, refused } from "./problems.mjs";
import { reads } from "./reading.mjs";

/** The metrics that an embed shows. */
export const shownBy = ({ workspace, dashboard, metric }) =>
  metric
    ? [metric]
    : workspace.metrics.filter(({ metricId }) => dashboard.metricIds.includes(metricId));

/** Shared ones all of them, so that every client sees the same, and no end user has made one. */
export function listEmbedMetrics(app, page, { embedId, userIdentifier }) {
  const embed = app.embeds.get(embedId);
  if (!embed) throw refused("Embed ID not found or mismatched with API Key", "EMBED_PARAM_ERROR");
  const shown = userIdentifier === undefined ? shownBy(embed) : [];
  const data = paged(shown, page).map(({ id, name, metricId, isPublished }) => ({
    createdByUser: null,
    isPublished,
    metricId,
    name,
    id,
  }));
  return { data };
}

// The page that documents it says 400 and 500 of what is not found.
const notFound = (message, code) =>
  reads("decided") ? new Problem(500, code, message) : refused(message, code);

export function publishMetric({ app, body }) {
  const embedId = requiredName(body, "embedId");
  const metricId = requiredName(body, "metricId");
  if (given(body, "isPublished") === undefined) throw missing("isPublished");
  const isPublished = optionalBoolean(body, "isPublished");

  const embed = app.embeds.get(embedId);
  if (!embed) throw notFound("Embed not found", "INVALID_EMBED_ID");
  const metric = shownBy(embed).find((one) => one.metricId === metricId);
  if (!metric) throw notFound("Metric not found", "INVALID_METRIC_ID");
  metric.isPublished = isPublished;
  return { id: metricId };
}
