// The end of the deprecated paths, rehearsed; and who still calls them.

import { ask, at, get } from "./api.js";
import { attempt, button, chip, copy, dayTime, el, field, plural, select, toast } from "./dom.js";
import { on, store } from "./store.js";

const STAGES = [
  ["as-now", "As now", "They answer, with Deprecation and Link to the successor."],
  ["sunset", "Sunset", "The same, and Sunset names the day of their end."],
  ["warn", "Warn", "The same, and a Warning header says what to use."],
  ["fail-every", "Fail each n-th", "Each n-th call fails with 500."],
  ["gone", "Gone", "410, with the successor in Link."],
];

export function migrationView() {
  let isShown = false;
  let stage = "as-now";
  let drawn = "";
  const scope = select([["server", "Whole server"], ["chosen", "This organization"]], { "aria-label": "For whom", onchange: () => attempt(load) });
  const sunset = el("input", { type: "datetime-local", step: 1 });
  const every = el("input", { type: "number", min: 1, value: 3 });
  const sunsetField = field("Day of the end, UTC", sunset);
  const everyField = field("Each", every, "3: the third, the sixth, …");
  const stages = el("div", { class: "stages", role: "radiogroup", "aria-label": "Stage" });
  const report = el("div", {});
  const follow = button("As the server does", () => attempt(async () => { await ask("DELETE", path()); await load(); }));
  const root = el("div", { class: "view migration" },
    el("section", { class: "panel pad" },
      el("header", { class: "section-head" }, el("h2", {}, "Rehearse the end of the deprecated paths"), scope),
      stages, el("div", { class: "fields" }, sunsetField, everyField),
      el("footer", {}, follow, button("Apply", () => attempt(apply), { class: "primary" }))),
    el("section", { class: "panel pad" },
      el("h2", {}, "Who still calls them"),
      el("p", { class: "muted" }, "Every deprecated operation that was called since the start, with the call that should be made instead."), report));

  const path = () => (scope.value === "server" ? "migration" : at`organizations/${store.chosen}/migration`);

  async function load() {
    follow.hidden = scope.value === "server";
    scope.lastChild.textContent = store.chosen ? `Only ${store.chosen}` : "This organization";
    const found = await get(path());
    const setting = found.setting ?? found;
    stage = setting.stage;
    if (setting.sunset) sunset.value = setting.sunset.replace("Z", "").slice(0, 19);
    if (setting.every) every.value = setting.every;
    drawStages();
    await loadReport();
  }

  async function loadReport() {
    const { uses } = await get("migration");
    const now = JSON.stringify(uses);
    if (now === drawn) return;
    drawn = now;
    report.replaceChildren(uses.length === 0
      ? el("p", { class: "empty" }, "Nobody. No deprecated path was called.")
      : el("ol", { class: "cards" }, uses.map(use)));
  }

  function use(u) {
    return el("li", { class: "card use" },
      el("div", { class: "card-head" }, el("h3", {}, u.operation), chip(u.family, "warn"), chip(plural(u.count, "call"), "accent"), chip(u.organization)),
      el("p", { class: "muted" }, `${u.userAgent} · last `, dayTime(u.last)),
      el("div", { class: "copyable" }, el("pre", { class: "code wrap", tabindex: "0" }, u.successor), button("Copy", () => copy(u.successor, "curl copied"), { class: "quiet small" })));
  }

  function drawStages() {
    stages.replaceChildren(...STAGES.map(([id, label, tells]) => el("label", { class: "stage" },
      el("input", { type: "radio", name: "stage", value: id, checked: id === stage, onchange: () => { stage = id; drawFields(); } }),
      el("b", {}, label), el("span", { class: "muted" }, tells))));
    drawFields();
  }

  function drawFields() {
    sunsetField.hidden = stage === "as-now";
    everyField.hidden = stage !== "fail-every";
    if (stage === "sunset" && !sunset.value) sunset.value = new Date(Date.now() + 90 * 86400000).toISOString().slice(0, 10) + "T00:00:00";
  }

  async function apply() {
    const setting = { stage };
    if (stage !== "as-now" && sunset.value) setting.sunset = new Date(sunset.value + "Z").toISOString();
    if (stage === "fail-every") setting.every = Number(every.value);
    await ask("PUT", path(), setting);
    toast(`Deprecated paths: ${STAGES.find(([id]) => id === stage)[1].toLowerCase()}.`);
  }

  on("chosen", () => isShown && attempt(load));

  return {
    id: "migration", title: "Migration", root,
    show: async () => { isShown = true; await load(); },
    hide: () => { isShown = false; },
    tick: () => isShown && loadReport(),
    escape: () => false,
  };
}
