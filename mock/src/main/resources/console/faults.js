// Failures on purpose: set them, see how often they hit, take them away.

import { ask, at } from "./api.js";
import { attempt, button, chip, el, plural, toast } from "./dom.js";
import { EFFECTS } from "./effects.js";
import { confirmed } from "./dialogs.js";
import { faultForm } from "./fault-form.js";
import { emit, loadFaults, on, store } from "./store.js";

export function faultsView() {
  let isShown = false;
  let drawn = "";
  const list = el("div", { class: "fault-list" });
  const clear = button("Remove all", () => removeAll(), { class: "danger" });
  const form = faultForm((fault) => attempt(async () => {
    const added = await ask("POST", "faults", fault);
    toast(`${added.id} is set.`);
    await loadFaults();
  }));
  const root = el("div", { class: "view faults two" },
    el("section", { class: "panel pad" }, el("h2", {}, "Set a fault"), form.element),
    el("section", { class: "panel pad" },
      el("header", { class: "section-head" }, el("h2", {}, "Faults that are set"), clear),
      el("p", { class: "muted" }, "The first that matches a call is the one that it gets."), list));

  function draw() {
    const now = JSON.stringify(store.faults);
    if (now === drawn) return;
    drawn = now;
    clear.hidden = store.faults.length === 0;
    list.replaceChildren(store.faults.length === 0
      ? el("p", { class: "empty" }, "None. Every call is answered as the contract has it.")
      : el("ol", { class: "cards" }, store.faults.map(card)));
  }

  function card({ id, fault, hits, isSpent }) {
    const effect = EFFECTS.find((e) => e.id === fault.effect);
    return el("li", { class: `card fault ${isSpent ? "spent" : ""}`, data: { fault: id } },
      el("div", { class: "card-head" },
        el("h3", {}, effect?.label ?? fault.effect),
        isSpent ? chip("spent") : chip("on", "bad"),
        chip(plural(hits, "hit"), hits > 0 ? "accent" : ""),
        button("Remove", () => attempt(async () => {
          await ask("DELETE", at`faults/${id}`);
          await loadFaults();
        }), { class: "quiet small", "aria-label": `Remove ${id}` })),
      el("p", {}, says(fault)),
      el("p", { class: "muted" }, when(fault)));
  }

  async function removeAll() {
    if (!(await confirmed("Remove all faults?", "Those of all organizations go.", "Remove them", "danger"))) return;
    await attempt(async () => { await ask("DELETE", "faults"); await loadFaults(); });
  }

  on("faults", () => isShown && draw());
  on("chosen", () => form.draw());

  return {
    id: "faults", title: "Faults", root,
    show: async () => { isShown = true; draw(); form.draw(); await loadFaults(); },
    hide: () => { isShown = false; },
    tick: () => isShown && loadFaults(),
    escape: () => false,
    refresh: () => emit("faults"),
  };
}

function says(fault) {
  const parts = [];
  if (fault.status) parts.push(`${fault.status} ${fault.code}: ${fault.message}`);
  if (fault.retryAfterSeconds !== undefined) parts.push(`Retry-After ${fault.retryAfterSeconds} s`);
  if (fault.delayMillis !== undefined) {
    parts.push(fault.maxDelayMillis === undefined ? `${fault.delayMillis} ms` : `${fault.delayMillis} to ${fault.maxDelayMillis} ms`);
  }
  return parts.join(" · ") || (EFFECTS.find((e) => e.id === fault.effect)?.tells ?? "");
}

function when(fault) {
  const parts = [
    fault.organization ? `organization ${fault.organization}` : "all organizations",
    fault.operations ? fault.operations.join(", ") : "every operation",
    fault.families && `by ${fault.families.join(", ")} paths`,
    fault.name && `naming “${fault.name}”`,
    fault.token && `token ${fault.token}`,
    fault.skip && `after ${plural(fault.skip, "call")}`,
    fault.every && `each ${fault.every}. call`,
    fault.probability !== undefined && `with probability ${fault.probability}`,
    fault.times !== undefined && `${plural(fault.times, "time")} at most`,
  ];
  return parts.filter(Boolean).join(" · ");
}
