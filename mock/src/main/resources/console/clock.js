// The time of the server and of an organization, and what identifiers are made from.

import { ask, at, get } from "./api.js";
import { attempt, button, chip, el, field, toast } from "./dom.js";
import { on, store } from "./store.js";

const STEPS = [["+1 min", 60], ["+1 hour", 3600], ["+1 day", 86400], ["+30 days", 2592000], ["−1 day", -86400]];

export function clockView() {
  let isShown = false;
  const name = el("h2", {}, "Organization");
  const server = face(() => "clock");
  const own = face(() => at`organizations/${store.chosen}/clock`);
  const seed = el("input", { type: "number", required: true, placeholder: "7", name: "identifier-seed" });
  const root = el("div", { class: "view clock two" },
    el("section", { class: "panel pad" }, name,
      el("p", { class: "muted" }, "Times in answers and the expiry of tokens follow this clock."), own.element,
      el("h2", { class: "spaced" }, "Identifiers"),
      el("p", { class: "muted" }, "From the same seed come the same identifiers and tokens, so that a run is repeatable."),
      el("form", { class: "inline", onsubmit: (e) => { e.preventDefault(); attempt(reseed); } },
        field("Seed", seed), el("button", { type: "submit" }, "Start the sequence"))),
    el("section", { class: "panel pad" }, el("h2", {}, "Server"),
      el("p", { class: "muted" }, "Organizations without a setting of their own follow it."), server.element));

  async function reseed() {
    await ask("PUT", at`organizations/${store.chosen}/identifiers`, { seed: Number(seed.value) });
    toast(`Identifiers come from seed ${seed.value} now.`);
  }

  async function load() {
    name.textContent = store.chosen ?? "Organization";
    await Promise.all([server.load(), store.chosen && own.load()]);
  }

  on("chosen", () => isShown && attempt(load));

  return {
    id: "clock", title: "Clock", root,
    show: async () => { isShown = true; await load(); },
    hide: () => { isShown = false; },
    tick: () => isShown && load(),
    escape: () => false,
  };
}

function face(path) {
  const now = el("output", { class: "now" }, "…");
  const state = el("span", {});
  const stopAt = el("input", { type: "datetime-local", step: 1, "aria-label": "Stop at" });
  const show = (time) => {
    now.replaceChildren(el("span", { class: "date" }, time.now.slice(0, 10)), " ", el("span", { class: "hour" }, time.now.slice(11, 19)), el("span", { class: "zone" }, " UTC"));
    state.replaceChildren(time.isStopped ? chip("stopped", "warn") : chip("running", "good"));
    if (!stopAt.value) stopAt.value = time.now.slice(0, 19);
  };
  const set = (setting) => attempt(async () => show(await ask("PUT", path(), setting)));
  return {
    load: async () => show(await get(path())),
    element: el("div", { class: "face" },
      el("p", { class: "reading" }, now, state),
      el("div", { class: "actions" }, STEPS.map(([label, seconds]) => button(label, () => set({ advanceSeconds: seconds })))),
      el("form", { class: "inline", onsubmit: (e) => { e.preventDefault(); set({ stopAt: new Date(stopAt.value + "Z").toISOString() }); } },
        field("Stop at, UTC", stopAt), el("button", { type: "submit" }, "Stop there"),
        button("Run as the real one", () => set({ run: true })))),
  };
}
