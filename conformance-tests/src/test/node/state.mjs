// Everything that the server remembers, and its time.

import { randomBytes, randomUUID } from "node:crypto";
import { reads } from "./reading.mjs";

// token -> {org} for a service token, {org, app, ...} for an API key
const credentials = new Map();

export function now() {
  const [second, fraction] = new Date().toISOString().split(/[.Z]/);
  return reads("shapes") ? `${second}.${fraction}421Z` : `${second}Z`;
}

export function addOrganization(serviceToken) {
  const org = {
    datasources: new Map(),
    datamarts: new Map(),
    workspaces: new Map(),
    apps: new Map(),
    goneApps: new Set(),
  };
  credentials.set(serviceToken, { org });
  return org;
}

const newToken = () => (reads("shapes") ? randomUUID().toUpperCase() : randomUUID());

export function addKey(org, app, name, token = newToken()) {
  const key = { id: randomUUID(), org, app, name, token, createdAt: now(), deadline: Infinity };
  credentials.set(token, key);
  app.tokens.add(token);
  return token;
}

export function dropKeys(app) {
  for (const token of app.tokens) credentials.delete(token);
}

/** What a token stands for, as long as it is valid. */
export function credentialOf(token) {
  const found = credentials.get(token);
  if (found === undefined || !hasEnded(found)) return found;
  found.app.tokens.delete(token);
  credentials.delete(token);
  return undefined;
}

export const keysOf = (app) => [...app.tokens].map(credentialOf).filter((key) => key !== undefined);

// The clock of deadlines never goes back, unlike the one of dates.
const hasEnded = ({ deadline }) => deadline <= performance.now();

export function endIn(key, seconds) {
  key.deadline = Math.min(key.deadline, performance.now() + seconds * 1000);
}

export function newEmbedId() {
  return reads("shapes")
    ? `é/+&=% "#?${randomBytes(6).toString("base64")}`
    : `emb_${randomBytes(9).toString("hex")}`;
}
