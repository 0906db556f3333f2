// What a request says about a datamart, before it is compared with what exists.

import {
  given,
  isObject,
  optionalArray,
  optionalBoolean,
  optionalChoice,
  optionalList,
  optionalName,
  optionalObject,
  optionalText,
  requiredName,
} from "./members.mjs";
import { Problem, badStructure, badTenancy, refused } from "./problems.mjs";
import { reads } from "./reading.mjs";

const TENANCY_LEVELS = ["TABLE", "DATABASE"];
const CLIENT_COLUMN_TYPES = ["NUMBER", "STRING"];
const MAPPING_NAMES = ["schemaName", "tableName", "tableClientNameColumn", "tablePrimaryKeyColumn"];
const CARDINALITIES = ["OneToOne", "OneToMany", "ManyToOne", "ManyToMany"];
const JOINS = ["INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"];
const RELATIONSHIP_NAMES = [
  "relationshipName",
  "parentTableName",
  "parentColumnName",
  "childTableName",
  "childColumnName",
];

function readColumn(entry) {
  const isCustomColumn = optionalBoolean(entry, "isCustomColumn") ?? false;
  const sql = optionalText(entry, "sql");
  if (isCustomColumn && !sql) throw badStructure();
  return {
    name: requiredName(entry, "name"),
    alias: optionalName(entry, "alias") ?? null,
    label: optionalName(entry, "label") ?? null,
    isHide: optionalBoolean(entry, "isHide") ?? false,
    isCustomColumn,
    sql: isCustomColumn ? sql : null,
  };
}

function readTable(entry) {
  const columns = (optionalList(entry, "columns") ?? []).map(readColumn);
  const isTwice = new Set(columns.map(({ name }) => name)).size < columns.length;
  if (columns.length === 0 || (isTwice && !reads("lenient"))) throw badStructure();
  return {
    name: requiredName(entry, "name"),
    schemaName: optionalName(entry, "schemaName") || undefined,
    clientColumn: optionalName(entry, "clientColumn") || null,
    label: optionalName(entry, "label") ?? null,
    isHide: optionalBoolean(entry, "isHide") ?? false,
    columns,
  };
}

/** The tables; undefined when the request does not speak of them. */
export function readTables(body) {
  const list = optionalArray(body, "tableList");
  if (list === undefined) return undefined;
  if (list.length === 0) throw refused("Table list cannot be empty");
  try {
    if (!list.every(isObject)) throw badStructure();
    return list.map(readTable);
  } catch (error) {
    throw error instanceof Problem ? badStructure() : error;
  }
}

export function readTenancy(body) {
  const settings = optionalObject(body, "tenancySettings");
  if (settings === undefined) return undefined;
  const tenancyLevel = given(settings, "tenancyLevel");
  const clientColumnType = given(settings, "clientColumnType");
  const types = [undefined, ...CLIENT_COLUMN_TYPES];
  if (!TENANCY_LEVELS.includes(tenancyLevel) || !types.includes(clientColumnType)) {
    throw badTenancy();
  }
  const names = MAPPING_NAMES.map((member) => [member, optionalText(settings, member)]);
  if (tenancyLevel === "DATABASE") return { tenancyLevel };
  const mapping = { clientColumnType, ...Object.fromEntries(names) };
  if (Object.values(mapping).some((value) => !value)) throw badTenancy();
  return { tenancyLevel, ...mapping };
}

export function readRelationships(body) {
  return optionalList(body, "relationships")?.map((entry) => ({
    ...Object.fromEntries(RELATIONSHIP_NAMES.map((name) => [name, requiredName(entry, name)])),
    cardinality: optionalChoice(entry, "cardinality", CARDINALITIES) ?? null,
    join: optionalChoice(entry, "join", JOINS) ?? null,
  }));
}
