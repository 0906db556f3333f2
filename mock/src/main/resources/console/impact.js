// What a delete would take along, before and after.

import { at, get } from "./api.js";
import { attempt, button, el, plural, toast } from "./dom.js";
import { dialog } from "./dialogs.js";
import { value } from "./details.js";
import { rewind, store, watchVersion } from "./store.js";

export async function impactDialog(name, model) {
  const impact = await attempt(() => get(at`organizations/${store.chosen}/datamarts/${name}/impact`));
  if (!impact) return;
  const isDeleted = await dialog("What would a delete remove?", (close) =>
    el("div", { class: "body impact" },
      el("p", {}, el("b", {}, name), " and with it ", el("b", {}, plural(impact.embedCount, "embed")),
        impact.workspaces.length > 0 ? `; ${plural(impact.workspaces.length, "workspace")} would lose the connection.` : "."),
      Object.entries(impact.embeds).map(([app, embeds]) =>
        el("div", { class: "group" }, el("h4", {}, app, " ", el("span", { class: "muted" }, plural(embeds.length, "embed"))),
          el("ul", { class: "difference" }, embeds.map((e) => el("li", { class: "bad" },
            el("span", { class: "sign", "aria-hidden": "true" }, "−"), el("span", { class: "what" }, el("b", {}, e.name), el("code", { class: "muted", title: e.embedId }, ` …${e.embedId.slice(-6)}`))))))),
      impact.workspaces.length > 0 && el("div", { class: "group" }, el("h4", {}, "Workspaces that lose the connection"),
        el("ul", { class: "difference" }, impact.workspaces.map((w) => el("li", { class: "warn" },
          el("span", { class: "sign", "aria-hidden": "true" }, "~"), el("span", { class: "what" }, el("b", {}, w)))))),
      el("footer", {},
        button("Keep it", () => close(false), { autofocus: true }),
        model.serviceTokens.length > 0 && button("Delete it through the API", () => close(true), { class: "danger" }))));
  if (isDeleted) await attempt(() => remove(name, value(model.serviceTokens[0])));
}

/** A real call, so that faults hit it and the journal has it. */
async function remove(name, token) {
  let answer;
  try {
    answer = await fetch(`/api/v2/data-app/datamart?datamartName=${encodeURIComponent(name)}`,
      { method: "DELETE", headers: { Authorization: `Bearer ${token}` } });
  } catch {
    throw new Error("The connection was cut before the answer came.");
  } finally {
    await watchVersion();
  }
  if (!answer.ok) throw new Error(`The API answered ${answer.status}: ${await answer.text()}`);
  toast(`${name} is deleted.`);
  const undo = button("Undo", () => attempt(async () => {
    await rewind({ undo: "lastDelete" });
    undo.closest(".toast")?.remove();
    toast(`${name} is back.`);
  }), { class: "small" });
  document.getElementById("toasts").lastChild.append(" ", undo);
}
