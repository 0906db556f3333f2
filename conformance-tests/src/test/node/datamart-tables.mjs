// What a datamart may be made of: the tables and columns of its datasource.

import { badStructure, unknownColumn, unknownTable } from "./problems.mjs";
import { reads } from "./reading.mjs";

function findTable(datasource, name, schemaName) {
  const found = datasource.tables.find(
    (table) => table.name === name && (schemaName === undefined || table.schema === schemaName),
  );
  if (!found) throw unknownTable();
  return found;
}

function findColumn(table, name) {
  const found = table.columns.find((column) => column.name === name);
  if (!found) throw unknownColumn();
  return found;
}

const showColumn = (table, { name, ...column }) => ({
  ...column,
  columnName: name,
  datatype: column.isCustomColumn ? null : findColumn(table, name).dataType,
  isApplyTimezone: false,
});

/** The tables as a list of datamarts shows them. */
export function resolveTables(datasource, wanted) {
  const seen = new Set();
  const tables = wanted.map(({ name, schemaName, clientColumn, label, isHide, columns }) => {
    const table = findTable(datasource, name, schemaName);
    if (seen.has(table) && !reads("lenient")) throw badStructure();
    seen.add(table);
    if (clientColumn !== null && !reads("lenient")) findColumn(table, clientColumn);
    return {
      tableName: table.name,
      schemaName: table.schema,
      label,
      clientColumn,
      isHide,
      datamartTableColumns: ordered(
        columns.map((column) => showColumn(table, column)),
        "columnName",
      ),
    };
  });
  return ordered(tables, "tableName");
}

/** As they were asked for, or by name: no rule says in which order they are shown. */
const ordered = (items, member) =>
  reads("shapes") ? items.sort((one, other) => (one[member] < other[member] ? -1 : 1)) : items;

export function checkTenancy(datasource, tenancy) {
  if (tenancy?.tenancyLevel !== "TABLE" || reads("lenient")) return;
  const table = findTable(datasource, tenancy.tableName, tenancy.schemaName);
  findColumn(table, tenancy.tableClientNameColumn);
  findColumn(table, tenancy.tablePrimaryKeyColumn);
}

export function checkRelationships(tables, relationships = []) {
  if (reads("lenient")) return;
  for (const relationship of relationships) {
    checkEnd(tables, relationship.parentTableName, relationship.parentColumnName);
    checkEnd(tables, relationship.childTableName, relationship.childColumnName);
    const isOfOneTable = relationship.parentTableName === relationship.childTableName;
    if (reads("strict") && isOfOneTable) throw badStructure();
  }
}

function checkEnd(tables, tableName, columnName) {
  const named = tables.filter((table) => table.tableName === tableName);
  if (named.length === 0) throw unknownTable();
  const columns = named.flatMap((table) => table.datamartTableColumns);
  if (!columns.some((column) => column.columnName === columnName)) throw unknownColumn();
}
