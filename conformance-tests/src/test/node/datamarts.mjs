// Datamarts: list, create, update, delete.

import { randomUUID } from "node:crypto";
import { readRelationships, readTables, readTenancy } from "./datamart-bodies.mjs";
import { checkRelationships, checkTenancy, resolveTables } from "./datamart-tables.mjs";
import { findDatasource } from "./discovery.mjs";
import { requiredName } from "./members.mjs";
import { paged } from "./pages.mjs";
import { conflict, missing, refused } from "./problems.mjs";
import { reads } from "./reading.mjs";
import { now } from "./state.mjs";

function findDatamart(org, name) {
  const found = org.datamarts.get(name);
  if (!found) throw refused("Datamart not found");
  return found;
}

function show(datamart, isExpanded) {
  const { id, name, datasource, tenancy, tables, relationships, createdAt, updatedAt } = datamart;
  const companyIntegration = { name: datasource.name, id: datasource.id };
  const item = {
    datamartOrganization: tenancy,
    companyIntegration,
    updatedAt,
    createdAt,
    name,
    id,
  };
  return isExpanded
    ? { ...item, datamartRelationships: relationships, datamartTables: tables }
    : item;
}

export function listDatamarts(org, page, isExpanded) {
  const data = paged(org.datamarts.values(), page).map((datamart) => show(datamart, isExpanded));
  return { error: null, data };
}

function checkNameIsFree(org, name) {
  if (!org.datamarts.has(name)) return;
  throw reads("decided") ? conflict() : refused("Datamart already exists");
}

export function createDatamart({ org, body }) {
  const name = requiredName(body, "name");
  const datasourceName = requiredName(body, "datasourceName");
  const wanted = readTables(body);
  if (wanted === undefined) throw missing("tableList");
  const tenancy = readTenancy(body) ?? null;
  const relationships = readRelationships(body) ?? [];

  if (reads("order")) checkNameIsFree(org, name);
  const datasource = findDatasource(org, datasourceName);
  checkNameIsFree(org, name);
  const tables = resolveTables(datasource, wanted);
  checkTenancy(datasource, tenancy);
  checkRelationships(tables, relationships);

  const createdAt = now();
  const made = { id: randomUUID(), name, datasource, tables, tenancy, relationships };
  org.datamarts.set(name, { ...made, createdAt, updatedAt: createdAt });
  return { error: null, id: name };
}

export function updateDatamart({ org, body }) {
  const name = requiredName(body, "datamartName");
  const wanted = readTables(body);
  const tenancy = readTenancy(body);
  const relationships = readRelationships(body);

  const datamart = findDatamart(org, name);
  const tables = wanted ? resolveTables(datamart.datasource, wanted) : datamart.tables;
  checkTenancy(datamart.datasource, tenancy);
  checkRelationships(tables, relationships);

  datamart.tables = tables;
  datamart.tenancy = tenancy ?? datamart.tenancy;
  datamart.relationships = relationships ?? datamart.relationships;
  datamart.updatedAt = now();
  return { id: name };
}

/** Removes the datamart with every embed that uses it, in all data apps of the organization. */
export function deleteDatamart(org, name) {
  findDatamart(org, name);
  for (const app of org.apps.values()) {
    for (const [embedId, embed] of app.embeds) {
      if (embed.settings.datamartName === name) app.embeds.delete(embedId);
    }
  }
  for (const workspace of org.workspaces.values()) {
    workspace.datamartNames = workspace.datamartNames.filter((connected) => connected !== name);
  }
  org.datamarts.delete(name);
  return { error: null, id: name };
}
