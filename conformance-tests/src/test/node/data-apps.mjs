// Data apps and their API keys.

import { randomUUID } from "node:crypto";
import { given, requiredName, requiredParameter } from "./members.mjs";
import { pageOfQuery, paged } from "./pages.mjs";
import { invalid, missing, refused } from "./problems.mjs";
import { reads } from "./reading.mjs";
import { addKey, dropKeys, endIn, keysOf, now } from "./state.mjs";

function findApp(org, name) {
  const found = org.apps.get(name);
  if (!found) throw refused("Data app not found", "DATA_APP_NOT_FOUND");
  return found;
}

const showEmbed = ({ id, embedId, name, createdAt, updatedAt }) => ({
  id,
  embedId,
  name,
  createdAt,
  updatedAt,
});

const showApp = ({ id, name, createdAt, embeds }) => ({
  embeds: [...embeds.values()].map(showEmbed),
  embedCount: embeds.size,
  type: "embedded",
  updatedAt: createdAt,
  createdAt,
  name,
  id,
});

export const listApps = ({ org, query }) => ({
  data: paged(org.apps.values(), pageOfQuery(query)).map(showApp),
});

export function createApp({ org, body }) {
  const name = requiredName(body, "name");
  if (org.apps.has(name)) throw refused("Data app already exists", "DATA_APP_ALREADY_EXISTS");
  if (reads("strict") && org.goneApps.has(name)) throw invalid("name");
  const app = { id: randomUUID(), name, createdAt: now() };
  Object.assign(app, { embeds: new Map(), tokens: new Set(), guests: new Map() });
  org.apps.set(name, app);
  if (reads("shapes")) addKey(org, app, "the first");
  return { id: app.id, name };
}

export function deleteApp({ org, query }) {
  const app = findApp(org, requiredParameter(query, "name"));
  dropKeys(app);
  org.apps.delete(app.name);
  org.goneApps.add(app.name);
  return { name: app.name };
}

export function listKeys({ org, query }) {
  if (reads("decided") && !query.dataAppName) return { data: [] };
  const name = requiredParameter(query, "dataAppName");
  const page = pageOfQuery(query);
  const description = `API key for data app ${name}`;
  const data = paged(keysOf(findApp(org, name)), page).map((key) => ({
    createdAt: key.createdAt,
    description,
    name: key.name,
    key: key.token,
    id: key.id,
  }));
  return { data };
}

export function createKey({ org, body }) {
  const appName = requiredName(body, "dataAppName");
  const name = reads("decided") ? String(given(body, "name") ?? "") : requiredName(body, "name");
  const app = findApp(org, appName);
  if (reads("strict") && keysOf(app).some((key) => key.name === name)) throw invalid("name");
  return { key: addKey(org, app, name) };
}

/** Makes a key in place of the one that asks, which ends after so many seconds. */
export function rotateKey({ org, app, key, body }) {
  const expireAt = given(body, "expireAt");
  if (expireAt === undefined || expireAt === "") throw missing("expireAt");
  const isNumber = typeof expireAt === "number";
  const isNumeric = typeof expireAt === "string" && /^\d+(\.\d+)?$/.test(expireAt);
  const seconds = Number(expireAt);
  const isDuration = (isNumber || isNumeric) && Number.isFinite(seconds) && seconds >= 0;
  if (!isDuration) throw invalid("expireAt");

  const token = addKey(org, app, reads("strict") ? `rotated ${randomUUID()}` : key.name);
  endIn(key, seconds);
  return { key: token };
}
