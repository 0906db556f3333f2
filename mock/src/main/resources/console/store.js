// What the views share: the organizations, the chosen one, and its state by version.

import { ask, at, get } from "./api.js";

const listeners = new Map();
const CHOSEN = "datamart-mock-organization";

export const store = {
  organizations: [],
  chosen: null,
  version: null,
  faults: [],
  kinds: [],
};

export const on = (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]);
export const emit = (event) => (listeners.get(event) ?? []).forEach((listener) => listener());

let cached = { key: null, model: null };
const names = new Map();

/** The name of an embed that was ever seen, so that a difference can be read. */
export const embedName = (id) => names.get(id) ?? null;

export const chosenSummary = () => store.organizations.find((o) => o.id === store.chosen) ?? null;

export async function loadOrganizations() {
  if (store.kinds.length === 0) store.kinds = (await get("kinds")).kinds;
  const before = JSON.stringify(store.organizations);
  store.organizations = (await get("organizations")).organizations;
  if (!chosenSummary()) {
    const kept = sessionStorage.getItem(CHOSEN);
    const known = store.organizations.some((o) => o.id === kept);
    choose(known ? kept : (store.organizations[0]?.id ?? null));
  }
  if (before !== JSON.stringify(store.organizations)) emit("organizations");
}

export function choose(id) {
  store.chosen = id;
  store.version = chosenSummary()?.version ?? null;
  if (id !== null) sessionStorage.setItem(CHOSEN, id);
  emit("chosen");
}

/** Looks whether the chosen organization has a new version; cheap, so that it can be asked often. */
export async function watchVersion() {
  if (store.chosen === null) return;
  const id = store.chosen;
  let summary;
  try {
    summary = await get(at`organizations/${id}`);
  } catch (refusal) {
    if (refusal.status !== 404) throw refusal;
    await loadOrganizations();
    return;
  }
  if (id !== store.chosen || summary.version === store.version) return;
  store.version = summary.version;
  store.organizations = store.organizations.map((o) => (o.id === id ? summary : o));
  emit("version");
}

export async function loadFaults() {
  store.faults = (await get("faults")).faults;
  emit("faults");
}

/** The state of the chosen organization; fetched once for each version. */
export async function model() {
  if (store.chosen === null) return null;
  const key = `${store.chosen} ${store.version}`;
  if (cached.key !== key) {
    const state = await get(at`organizations/${store.chosen}/state`);
    cached = { key, model: indexed(state.organizations[0]) };
  }
  return cached.model;
}

function indexed(organization) {
  const all = { ...organization };
  for (const { plural, owner } of store.kinds) {
    // What is owned knows its owner, which comes before it in the list of kinds.
    const owners = owner && all[store.kinds.find((kind) => kind.word === owner).plural];
    if (owners) all[plural] = owners.flatMap((one) => one[plural].map((thing) => ({ ...thing, [owner]: one.name })));
  }
  const { embeds } = all;
  const embedsOn = grouped(embeds, (e) => [e.accessSettings?.datamartName]);
  embeds.forEach((e) => names.set(e.id, e.name));
  return {
    ...all,
    embedsOn: (datamart) => embedsOn.get(datamart) ?? [],
    workspacesOn: lookup(organization.workspaces, (w) => w.datamarts ?? []),
    embedsIn: lookup(embeds, (e) => [e.workspaceName]),
    datamartsOf: lookup(organization.datamarts, (d) => [d.datasourceName]),
  };
}

function lookup(items, keys) {
  const found = grouped(items, keys);
  return (key) => found.get(key) ?? [];
}

function grouped(items, keys) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keys(item)) {
      if (key === undefined || key === null) continue;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return groups;
}

export async function rewind(target) {
  const arrived = await ask("POST", at`organizations/${store.chosen}/rewind`, target);
  await watchVersion();
  return arrived;
}
