// The choice of the organization, new ones, and the end of them.

import { ask, at } from "./api.js";
import { attempt, button, copy, el, field, masked, plural, select, toast } from "./dom.js";
import { confirmed, dialog } from "./dialogs.js";
import { choose, chosenSummary, loadOrganizations, on, store } from "./store.js";

export function organizationPicker() {
  const pick = el("select", { "aria-label": "Organization", id: "organization", onchange: () => choose(pick.value) });
  const menu = el("details", { class: "menu" },
    el("summary", { title: "Organizations" }, el("span", { "aria-hidden": "true" }, "⋯"), el("span", { class: "offscreen" }, "More about organizations")),
    el("div", { class: "menu-items" },
      button("New organization…", () => { menu.open = false; create(); }),
      button("Drop this organization…", () => { menu.open = false; drop(); }, { class: "danger-text" })));
  menu.addEventListener("focusout", (e) => { if (!menu.contains(e.relatedTarget)) menu.open = false; });

  function draw() {
    pick.replaceChildren(...store.organizations.map((o) => el("option", { value: o.id }, `${o.name} (${o.id})`)));
    pick.value = store.chosen ?? "";
    const chosen = chosenSummary();
    pick.title = chosen ? `${plural(chosen.datamarts, "datamart")}, ${plural(chosen.embeds, "embed")}, version ${chosen.version}` : "";
  }

  on("organizations", draw);
  on("chosen", draw);
  on("version", draw);
  return [pick, menu];
}

async function create() {
  const wanted = await dialog("New organization", (close) => {
    const seed = select([["demo", "demo: a small company"], ["empty", "empty: tokens, datasources, workspaces"], ["crowded", "crowded: 500 datamarts, 2,000 embeds"]]);
    const name = el("input", { placeholder: "that of the seed", autofocus: true });
    const id = el("input", { placeholder: "made up" });
    const life = el("input", { type: "number", min: 1, placeholder: "for ever" });
    return el("form", { class: "body", onsubmit: (e) => { e.preventDefault(); close({ seed: seed.value, name: name.value, id: id.value, life: life.value }); } },
      el("p", {}, "A world of its own: nothing in it touches another."),
      el("div", { class: "fields" }, field("Name", name), field("Identifier", id), field("Starts as", seed), field("Dropped when idle for, s", life)),
      el("footer", {}, el("button", { type: "submit", class: "primary" }, "Create")));
  });
  if (!wanted) return;
  await attempt(async () => {
    const made = await ask("POST", "organizations", {
      seed: wanted.seed,
      ...(wanted.name && { name: wanted.name }),
      ...(wanted.id && { id: wanted.id }),
      ...(wanted.life && { timeToLiveSeconds: Number(wanted.life) }),
    });
    await loadOrganizations();
    choose(made.id);
    await dialog(`${made.name} is ready`, () => el("div", { class: "body" },
      el("ul", { class: "links" },
        made.serviceTokens.map((token) => secret("Service token", token)),
        made.apiKeys.map(({ dataAppName, key }) => secret(`API key of ${dataAppName}`, key)))));
  });
}

const secret = (label, token) => el("li", {}, label, " ", el("code", { class: "muted" }, masked(token)), " ",
  button("Copy", () => copy(token, `${label} copied`), { class: "small" }));

async function drop() {
  const chosen = chosenSummary();
  if (!chosen || !(await confirmed(`Drop ${chosen.name}?`, `The organization ${chosen.id}, its versions and its tokens are gone for good.`, "Drop it", "danger"))) return;
  await attempt(async () => {
    await ask("DELETE", at`organizations/${chosen.id}`);
    toast(`${chosen.id} is dropped.`);
    await loadOrganizations();
  });
}
