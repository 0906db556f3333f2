// One datamart, embed, workspace or data app in full.

import { button, chip, copy, dayTime, el, masked, plural } from "./dom.js";
import { impactDialog } from "./impact.js";

const head = (kind, name, close, ...actions) =>
  el("header", { class: "detail-head" },
    button("‹ Back", close, { class: "quiet back" }),
    el("div", {}, el("span", { class: "overline" }, kind), el("h2", {}, name)),
    el("div", { class: "actions" }, actions));

const section = (title, ...content) => el("section", { class: "block" }, el("h3", {}, title), content);

const facts = (pairs) =>
  el("dl", { class: "facts" }, pairs.filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));

const link = (label, onclick) => button(label, onclick, { class: "link" });

const times = (thing) => [["Created", dayTime(thing.createdAt)], ["Updated", dayTime(thing.updatedAt)]];

function linkList(items, empty) {
  return items.length === 0 ? el("p", { class: "muted" }, empty) : el("ul", { class: "links" }, items.map((item) => el("li", {}, item)));
}

export function datamartDetail(datamart, model, { go, close }) {
  const embeds = model.embedsOn(datamart.name);
  const apps = [...new Set(embeds.map((e) => e.dataApp))];
  const workspaces = model.workspacesOn(datamart.name);
  const tenancy = datamart.tenancy ?? {};
  return el("article", {},
    head("Datamart", datamart.name, close, button("What would a delete remove?", () => impactDialog(datamart.name, model), { class: "danger" })),
    facts([["Datasource", datamart.datasourceName], ...times(datamart)]),
    section(`Depend on it: ${plural(embeds.length, "embed")}, ${plural(workspaces.length, "workspace")}`,
      embeds.length === 0 && el("p", { class: "muted" }, "No embed uses this datamart."),
      apps.map((app) => el("div", { class: "group" }, el("h4", {}, link(app, () => go("dataApps", app))),
        linkList(embeds.filter((e) => e.dataApp === app).map((e) => [link(e.name, () => go("embeds", `${app} ${e.id}`)), " ", chip(e.type)])))),
      workspaces.length > 0 && el("div", { class: "group" }, el("h4", {}, "Workspaces"),
        linkList(workspaces.map((w) => link(w.name, () => go("workspaces", w.name)))))),
    section("Tenancy", facts([["Level", tenancy.level ?? "none"],
      ...Object.entries(tenancy).filter(([name]) => name !== "level").map(([name, value]) => [spelled(name), String(value)])])),
    section(plural(datamart.tables.length, "table"), datamart.tables.map(table)),
    (datamart.relationships ?? []).length > 0 && section("Relationships", linkList(datamart.relationships.map((r) => [
      el("code", {}, `${r.parentTableName}.${r.parentColumnName}`), " → ", el("code", {}, `${r.childTableName}.${r.childColumnName}`),
      " ", chip(r.cardinality ?? ""), " ", chip(r.join ?? "")]))));
}

function table(t) {
  return el("details", { class: "table", open: true },
    el("summary", {}, el("code", {}, `${t.schemaName}.${t.name}`), t.label && el("span", { class: "muted" }, ` ${t.label}`),
      t.clientColumn && chip(`tenant: ${t.clientColumn}`), t.isHide && chip("hidden")),
    el("ul", { class: "columns" }, (t.columns ?? []).map((c) =>
      el("li", {}, el("code", {}, c.name), el("span", { class: "muted" }, c.isCustomColumn ? `= ${c.sql ?? ""}` : (c.datatype ?? "")),
        c.isHide && chip("hidden")))));
}

export function embedDetail(embed, model, { go, close }) {
  const access = embed.accessSettings ?? {};
  return el("article", {},
    head("Embed", embed.name, close, button("Copy id", () => copy(embed.id, "Identifier copied"))),
    facts([["Identifier", el("code", {}, embed.id)], ["Type", embed.type],
      ["Data app", link(embed.dataApp, () => go("dataApps", embed.dataApp))],
      ["Workspace", embed.workspaceName && link(embed.workspaceName, () => go("workspaces", embed.workspaceName))],
      ["Dashboard", embed.dashboardId && el("code", {}, embed.dashboardId)],
      ["Metric", embed.metricId && el("code", {}, embed.metricId)], ...times(embed)]),
    section("Stands on", access.datamartName
      ? facts([["Datamart", link(access.datamartName, () => go("datamarts", access.datamartName))],
        ["Its other embeds", String(model.embedsOn(access.datamartName).length - 1)]])
      : el("p", { class: "muted" }, "No datamart.")),
    section("Access", (access.allowed ?? []).length > 0
      ? el("p", { class: "chips" }, access.allowed.map((flag) => chip(flag)))
      : el("p", { class: "muted" }, "Nothing beyond looking."),
    facts([["Metric creation", access.metricCreationMode], ["Join model", access.joinModel],
      ["Tenancy of tables", (access.tableTenancySettings ?? []).map((t) => `${t.name} by ${t.clientColumn}`).join(", ")]])));
}

export function workspaceDetail(workspace, model, { go, close }) {
  const embeds = model.embedsIn(workspace.name);
  return el("article", {},
    head("Workspace", workspace.name, close),
    facts([["Identifier", workspace.id && el("code", {}, workspace.id)],
      ["Datasources", (workspace.datasources ?? []).join(", ")]]),
    section("Datamarts", linkList((workspace.datamarts ?? []).map((d) => link(d, () => go("datamarts", d))), "Not connected to a datamart.")),
    section(plural(workspace.dashboards.length, "dashboard"), linkList(workspace.dashboards.map((d) => [d.name, " ", el("code", { class: "muted" }, d.id)]), "None.")),
    section(plural(workspace.metrics.length, "metric"), linkList(workspace.metrics.map((m) => [m.name, " ", el("code", { class: "muted" }, m.id)]), "None.")),
    section(plural(embeds.length, "embed"), linkList(embeds.slice(0, 200).map((e) => link(e.name, () => go("embeds", `${e.dataApp} ${e.id}`))), "No embed shows it.")));
}

export function dataAppDetail(app, model, { go, close }) {
  return el("article", {},
    head("Data app", app.name, close),
    facts(times(app)),
    section(plural(app.apiKeys.length, "API key"), linkList(app.apiKeys.map((key) => [
      key.name, " ", el("code", { class: "muted" }, masked(key.value)), " ",
      button("Copy", () => copy(key.value, "API key copied"), { class: "quiet small" })]), "It has none.")),
    section(plural((app.guestTokens ?? []).length, "guest token"), linkList((app.guestTokens ?? []).map((token) => [
      token.clientId, " ", el("code", { class: "muted" }, masked(token.value))]), "It has none.")),
    section("Service token of the organization", linkList(model.serviceTokens.map((token) => [
      el("code", { class: "muted" }, masked(value(token))), " ",
      button("Copy", () => copy(value(token), "Service token copied"), { class: "quiet small" })]))),
    section(plural(app.embeds.length, "embed"), linkList(app.embeds.slice(0, 200).map((e) => [
      link(e.name, () => go("embeds", `${app.name} ${e.id}`)), el("span", { class: "muted" }, ` on ${e.accessSettings?.datamartName ?? "no datamart"}`)]), "None.")));
}

/** Something of any kind: what is simple as facts, the rest as it is written. */
export const thingDetail = (kind) => (thing, model, { close }) => {
  const isSimple = ([, member]) => member === null || typeof member !== "object";
  const members = Object.entries(thing);
  return el("article", {},
    head(kind.label, thing.name ?? thing.id, close),
    facts(members.filter(isSimple).map(([name, member]) => [spelled(name), String(member)])),
    members.filter((member) => !isSimple(member)).map(([name, member]) =>
      section(spelled(name), el("pre", {}, JSON.stringify(member, null, 2)))));
};

/** Tokens of a seed are texts, or objects when they expire. */
export const value = (token) => (typeof token === "string" ? token : token.value);

const spelled = (name) => name.replace(/[A-Z]/g, (c) => " " + c.toLowerCase()).replace(/^./, (c) => c.toUpperCase());
