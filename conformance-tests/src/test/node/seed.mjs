// Two organizations that know nothing of each other, each with a little of everything.

import { randomUUID } from "node:crypto";
import { createApp } from "./data-apps.mjs";
import { createDatamart } from "./datamarts.mjs";
import { createEmbed } from "./embeds.mjs";
import { reads } from "./reading.mjs";
import { addKey, addOrganization, now } from "./state.mjs";

const SCHEMA = "shop";

const table = (name, columns) => ({
  name,
  schema: SCHEMA,
  columns: Object.entries(columns).map(([column, dataType]) => ({ name: column, dataType })),
});

const tables = () => [
  table("buyers", { buyer_id: "bigint", shop_id: "bigint", full_name: "varchar", joined: "date" }),
  table("sales", { sale_id: "bigint", shop_id: "bigint", buyer_id: "bigint", total: "decimal" }),
];

function addDatasource(org, name, tablesOfIt) {
  org.datasources.set(name, { id: randomUUID(), name, tables: tablesOfIt });
}

function addWorkspace(org, name, datamartNames, dashboards, metrics) {
  org.workspaces.set(name, { id: randomUUID(), name, datamartNames, dashboards, metrics });
}

function addDatamart(org, name, datasourceName) {
  const tableList = [
    { name: "buyers", columns: [{ name: "buyer_id" }, { name: "full_name" }] },
    { name: "sales", schemaName: SCHEMA, columns: [{ name: "buyer_id" }, { name: "total" }] },
  ];
  createDatamart({ org, body: { name, datasourceName, tableList } });
}

function addContent(org, prefix, datamartName) {
  const dated = { createdAt: now(), updatedAt: now() };
  const dashboards = ["Turnover", "Buyers"].map((name, index) => {
    const metricIds = index === 0 ? [`${prefix}-number-1`, `${prefix}-number-2`] : [];
    const ids = { id: randomUUID(), dashboardId: `${prefix}-board-${index + 1}` };
    return { ...ids, name, metricIds, ...dated };
  });
  const metrics = ["Sales a day", "New buyers"].map((name, index) => {
    const metricId = `${prefix}-number-${index + 1}`;
    return { id: randomUUID(), metricId, name, isPublished: index > 0 };
  });
  addWorkspace(org, `${prefix} workspace`, [datamartName], dashboards, metrics);
}

function addDecoys(org, prefix) {
  addDatasource(org, "no tables", []);
  addDatasource(org, "few columns", [table("bare", {}), table("narrow", { only: "text" })]);
  addWorkspace(org, "no content", [], [], []);
  addDatasource(org, `${prefix} database`, [table("bare", {}), ...tables()]);
  for (let number = 1; number <= 12; number++) {
    createApp({ org, body: { name: `${prefix} app ${number}` } });
    addDatamart(org, `${prefix} datamart ${number}`, `${prefix} database`);
  }
}

export function seed(prefix, serviceToken, apiKey) {
  const org = addOrganization(serviceToken);
  const datasourceName = `${prefix} database`;
  const datamartName = `${prefix} datamart`;
  if (reads("decoys")) addDecoys(org, prefix);
  else addDatasource(org, datasourceName, tables());
  addDatamart(org, datamartName, datasourceName);
  addContent(org, prefix, datamartName);
  createApp({ org, body: { name: `${prefix} portal` } });
  const app = org.apps.get(`${prefix} portal`);
  addKey(org, app, "seeded", apiKey);
  const accessSettings = { datamartName, isAllowEmailReports: true };
  const dashboard = { embedType: "dashboard", dashboardId: `${prefix}-board-1` };
  createEmbed({
    org,
    app,
    body: { ...dashboard, workspaceName: `${prefix} workspace`, accessSettings },
  });
}
