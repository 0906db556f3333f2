// The accessSettings of an embed.

import {
  optionalBoolean,
  optionalChoice,
  optionalList,
  optionalName,
  requiredName,
} from "./members.mjs";
import { refused } from "./problems.mjs";

const METRIC_CREATION_MODES = ["DRAG_DROP", "CHAT"];
const JOIN_MODELS = ["single", "multi"];
const FLAGS = [
  "isAllowAiPilot",
  "isAllowEmailReports",
  "isAllowManageMetrics",
  "isAllowCreateDashboardView",
  "isAllowMetricCreation",
  "isAllowMetricDeletion",
  "isAllowMetricLayoutChange",
  "isAllowMetricUpdate",
  "isAllowUnderlyingData",
];

const flags = (valueOf) => Object.fromEntries(FLAGS.map((flag) => [flag, valueOf(flag)]));

export const defaultSettings = () => ({
  joinModel: null,
  metricCreationMode: "DRAG_DROP",
  tableTenancySettings: null,
  ...flags(() => false),
  datamartName: null,
});

function readTableTenancy(settings) {
  const entries =
    optionalList(settings, "tableTenancySettings") ?? optionalList(settings, "tableList");
  return entries?.map((entry) => ({
    name: requiredName(entry, "name"),
    clientColumn: optionalName(entry, "clientColumn"),
  }));
}

/** Only the members that were given, so that they can be laid over what is stored. */
export function readSettings(settings) {
  const members = {
    datamartName: optionalName(settings, "datamartName"),
    ...flags((flag) => optionalBoolean(settings, flag)),
    metricCreationMode: optionalChoice(settings, "metricCreationMode", METRIC_CREATION_MODES),
    joinModel: optionalChoice(settings, "joinModel", JOIN_MODELS),
    tableTenancySettings: readTableTenancy(settings),
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

export function checkSettings(org, { datamartName, tableTenancySettings }) {
  if (datamartName === null) return;
  const datamart = org.datamarts.get(datamartName);
  if (!datamart) throw refused("Invalid datamart", "INVALID_DATAMART");
  if (datamart.tenancy?.tenancyLevel !== "TABLE") return;
  const names = new Set(datamart.tables.map((table) => table.tableName));
  if (tableTenancySettings?.some((entry) => !names.has(entry.name))) {
    throw refused("Datamart table not found", "DATAMART_TABLE_NOT_FOUND");
  }
}
