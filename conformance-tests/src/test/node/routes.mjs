// Which path and method leads to which operation, in all three families of paths.

import { createApp, createKey, deleteApp, listApps, listKeys, rotateKey } from "./data-apps.mjs";
import { createDatamart, deleteDatamart, listDatamarts, updateDatamart } from "./datamarts.mjs";
import {
  listDashboardMetrics,
  listDashboards,
  listDatasources,
  listMetrics,
  listWorkspaces,
  showSchema,
} from "./discovery.mjs";
import {
  createEmbed,
  deleteEmbed,
  listEmbeds,
  listShown,
  renameEmbed,
  updateEmbed,
} from "./embeds.mjs";
import { createGuestToken, createGuestTokenByWorkspace } from "./guest-tokens.mjs";
import {
  given,
  isText,
  optionalArray,
  optionalBoolean,
  optionalName,
  optionalObject,
  optionalText,
  requiredName,
  requiredParameter,
} from "./members.mjs";
import { listEmbedMetrics, publishMetric } from "./metrics.mjs";
import { pageOfBody, pageOfQuery } from "./pages.mjs";
import { invalid } from "./problems.mjs";
import { queryMetric } from "./queries.mjs";

const PREFIX = "/api/v2";
const PAGING = ["isPagination", "pageNumber"];

// An operation: the token that it takes, the query parameters that it knows, whether it has a body.
const read = (token, query, run) => ({ token, query, run });
const write = (token, run) => ({ token, query: [], body: { mayBeEmpty: false }, run });
const list = (token, run) => ({ token, query: [], body: { mayBeEmpty: true }, run });

/** The names that a body asks for; undefined when it asks for all. */
function namesOfBody(body) {
  const names = optionalArray(optionalObject(body, "filters") ?? {}, "dashboardNames");
  if (names && !names.every(isText)) throw invalid("dashboardNames");
  return names?.length ? names : undefined;
}

const DASHBOARDS = {
  GET: read("key", [...PAGING, "dashboardNames"], ({ app, query }) =>
    listShown(app, pageOfQuery(query), query.dashboardNames?.split(",")),
  ),
  POST: {
    ...list("key", ({ app, body }) => listShown(app, pageOfBody(body), namesOfBody(body))),
    successor: `${PREFIX}/data-app/dashboards`,
  },
};

const METRICS_OF = ["embedId", "clientId", "userIdentifier"];

const METRICS = {
  GET: read("key", [...PAGING, ...METRICS_OF, "isMetric"], ({ app, query }) => {
    requiredParameter(query, "embedId");
    requiredParameter(query, "clientId");
    return listEmbedMetrics(app, pageOfQuery(query), query);
  }),
  POST: {
    ...write("key", ({ app, body }) => {
      const embedId = requiredName(body, "embedId");
      requiredName(body, "clientId");
      optionalBoolean(body, "isMetric");
      const userIdentifier = optionalName(body, "userIdentifier");
      return listEmbedMetrics(app, pageOfBody(body), { embedId, userIdentifier });
    }),
    successor: `${PREFIX}/data-app/metrics`,
  },
};

const MODERN = {
  "data-app/datamarts": {
    GET: read("any", [...PAGING, "expandDetails"], ({ org, query }) =>
      listDatamarts(org, pageOfQuery(query), query.expandDetails !== "false"),
    ),
    POST: write("any", createDatamart),
    PUT: write("any", updateDatamart),
  },
  "data-app/datamart": {
    DELETE: read("any", ["datamartName"], ({ org, query }) =>
      deleteDatamart(org, requiredParameter(query, "datamartName")),
    ),
  },
  "data-app/embeds": {
    GET: read("key", [...PAGING, "embedId", "clientId"], ({ app, query }) =>
      listEmbeds(app, pageOfQuery(query), query.embedId, query.clientId),
    ),
    POST: write("key", createEmbed),
    PUT: write("key", updateEmbed),
    DELETE: read("key", ["embedId"], ({ app, query }) =>
      deleteEmbed(app, requiredParameter(query, "embedId")),
    ),
  },
  "data-app/embeds/rename": { PUT: write("key", renameEmbed) },
  "data-app/dashboards": DASHBOARDS,
  "data-app/metrics": METRICS,
  "data-app/query": { POST: write("key", queryMetric) },
  "data-app/metrics/publish": { PUT: write("key", publishMetric) },
  "data-app": {
    GET: read("service", PAGING, listApps),
    POST: write("service", createApp),
    DELETE: read("service", ["name"], deleteApp),
  },
  "data-app/api-tokens": {
    GET: read("service", [...PAGING, "dataAppName"], listKeys),
    POST: write("service", createKey),
  },
  "data-app/rotate-api": { POST: write("key", rotateKey) },
  datasource: { GET: read("service", PAGING, listDatasources) },
  "datasource/schema": { GET: read("service", ["datasourceName"], showSchema) },
  workspace: { GET: read("service", PAGING, listWorkspaces) },
  "workspace/dashboards": { POST: write("service", listDashboards) },
  "workspace/dashboard/metrics": { POST: write("any", listDashboardMetrics) },
  "workspace/metrics": { POST: write("service", listMetrics) },
  "guest-token/create": { POST: write("key", createGuestToken) },
};

// Of version 1, which has no prefix in common with the rest.
const VERSION_ONE = ["/api/v1/guest-token/create", "/api/v1/guest-tokens"];

// Of the verb-suffix family: path, successor, operation.
const VERB_SUFFIX = [
  [
    "dataApp/datamart/list",
    "data-app/datamarts",
    list("any", ({ org, body }) =>
      listDatamarts(org, pageOfBody(body), given(body, "expandDetails") !== false),
    ),
  ],
  ["dataApp/datamart/create", "data-app/datamarts", write("any", createDatamart)],
  [
    "dataApp/datamart/delete",
    "data-app/datamart",
    write("any", ({ org, body }) => deleteDatamart(org, requiredName(body, "datamartName"))),
  ],
  [
    "dataApp/embed/list",
    "data-app/embeds",
    list("key", ({ app, body }) =>
      listEmbeds(
        app,
        pageOfBody(body),
        optionalText(body, "embedId"),
        optionalText(body, "clientId"),
      ),
    ),
  ],
  ["dataApp/embed/create", "data-app/embeds", write("key", createEmbed)],
  ["dataApp/embed/update", "data-app/embeds", write("key", updateEmbed)],
  [
    "dataApp/embed/delete",
    "data-app/embeds",
    write("key", ({ app, body }) => deleteEmbed(app, requiredName(body, "embedId"))),
  ],
];

const routes = new Map();
for (const [path, methods] of Object.entries(MODERN)) {
  routes.set(`${PREFIX}/${path}`, { methods });
  if (path.startsWith("data-app")) {
    const mirror = path.replace("data-app", "dataApp");
    routes.set(`${PREFIX}/${mirror}`, { methods, successor: `${PREFIX}/${path}` });
  }
}
for (const [path, successor, operation] of VERB_SUFFIX) {
  const methods = { POST: operation };
  routes.set(`${PREFIX}/${path}`, { methods, successor: `${PREFIX}/${successor}` });
}

for (const path of VERSION_ONE) {
  const methods = { POST: write("key", createGuestTokenByWorkspace) };
  routes.set(path, { methods, successor: `${PREFIX}/guest-token/create` });
}

const isBelow = (prefix, path) => path === prefix || path.startsWith(`${prefix}/`);

/** Whether a path is one of the API's, known or not. */
export const isOfApi = (path) => isBelow(PREFIX, path) || isBelow("/api/v1", path);

export const routeOf = (path) => routes.get(path);
