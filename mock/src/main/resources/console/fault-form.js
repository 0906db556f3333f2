// The form that makes a fault, from presets down to the n-th call.

import { button, copy, el, field, select } from "./dom.js";
import { CODES, FAMILIES, OPERATIONS } from "./contract-names.js";
import { EFFECTS } from "./effects.js";
import { store } from "./store.js";

const PRESETS = [
  ["A delete that fails after it happened", { effect: "applied-then-error", operations: ["deleteDatamart"], times: 1 }],
  ["Unexpected failure, once", { effect: "error", times: 1 }],
  ["Every third call is too many", { effect: "too-many-requests", every: 3, retryAfterSeconds: 2 }],
  ["Token expired", { effect: "expired" }],
  ["Slow answers", { effect: "delay", delayMillis: 500, maxDelayMillis: 2000 }],
  ["Flaky network", { effect: "reset", probability: 0.2, seed: 1 }],
];

const number = (props) => el("input", { type: "number", inputmode: "numeric", ...props });

export function faultForm(submit) {
  const effect = select(EFFECTS.map((e) => [e.id, e.label]), { name: "effect", onchange: () => draw() });
  const scope = select([["chosen", "This organization"], ["all", "All organizations"]], { name: "scope", onchange: () => draw() });
  const inputs = {
    operations: select([["", "Every operation"], ...OPERATIONS.map((o) => [o, o])], { name: "operations" }),
    families: select([["", "All path families"], ...FAMILIES.map((f) => [f, f])], { name: "families" }),
    name: el("input", { name: "name", placeholder: "any", autocomplete: "off" }),
    token: el("input", { name: "token", placeholder: "any", autocomplete: "off" }),
    times: number({ name: "times", min: 1, placeholder: "for ever" }),
    skip: number({ name: "skip", min: 0, placeholder: "0" }),
    every: number({ name: "every", min: 1, placeholder: "1" }),
    probability: number({ name: "probability", min: 0, max: 1, step: "any", placeholder: "1" }),
    seed: number({ name: "seed", placeholder: "0" }),
    status: number({ name: "status", min: 400, max: 599, placeholder: "500" }),
    code: el("input", { name: "code", list: "codes", placeholder: "the contract’s", autocomplete: "off" }),
    message: el("input", { name: "message", placeholder: "the contract’s", autocomplete: "off" }),
    retryAfterSeconds: number({ name: "retryAfterSeconds", min: 0, placeholder: "1" }),
    delayMillis: number({ name: "delayMillis", min: 0, max: 600000, placeholder: "none" }),
    maxDelayMillis: number({ name: "maxDelayMillis", min: 0, max: 600000, placeholder: "the same" }),
  };
  const tells = el("p", { class: "muted tells" });
  const effectFields = el("div", { class: "fields" },
    field("Status", inputs.status), field("Code", inputs.code), field("Message", inputs.message),
    field("Retry after, s", inputs.retryAfterSeconds), field("Wait, ms", inputs.delayMillis), field("Wait at most, ms", inputs.maxDelayMillis));
  const preview = el("pre", { class: "code wrap" });
  const element = el("form", { class: "fault-form", oninput: () => drawPreview(), onsubmit: (e) => { e.preventDefault(); submit(fault()); } },
    el("div", { class: "presets", role: "group", "aria-label": "Presets" }, PRESETS.map(([label, preset]) => button(label, () => fill(preset), { class: "preset" }))),
    el("div", { class: "fields" }, field("What happens", effect), field("To whom", scope)), tells, effectFields,
    el("h3", {}, "Which calls"),
    el("div", { class: "fields" }, field("Operation", inputs.operations), field("Path family", inputs.families),
      field("That names", inputs.name, "A datamart, embed, data app or workspace"), field("Token", inputs.token, "Whole, or its last characters")),
    el("h3", {}, "How often"),
    el("div", { class: "fields" }, field("At most, times", inputs.times), field("Let pass first", inputs.skip), field("Each n-th call", inputs.every),
      field("Probability", inputs.probability, "0 to 1"), field("Seed of the draw", inputs.seed)),
    el("datalist", { id: "codes" }, CODES.map((c) => el("option", { value: c }))),
    el("details", {}, el("summary", {}, "As curl"), preview, button("Copy", () => copy(preview.textContent, "curl copied"), { class: "quiet small" })),
    el("footer", {}, button("Reset the form", () => fill({ effect: "error" }), { class: "quiet" }), el("button", { type: "submit", class: "primary" }, "Set the fault")));

  function fault() {
    const takes = EFFECTS.find((e) => e.id === effect.value).takes;
    const result = { effect: effect.value };
    if (scope.value === "chosen" && store.chosen) result.organization = store.chosen;
    for (const [name, input] of Object.entries(inputs)) {
      if (input.value === "" || !applies(name, takes)) continue;
      if (name === "operations" || name === "families") result[name] = [input.value];
      else result[name] = input.type === "number" ? Number(input.value) : input.value;
    }
    return result;
  }

  function fill(preset) {
    effect.value = preset.effect;
    for (const [name, input] of Object.entries(inputs)) {
      const value = preset[name];
      input.value = value === undefined ? "" : Array.isArray(value) ? value[0] : value;
    }
    draw();
  }

  function draw() {
    const chosen = EFFECTS.find((e) => e.id === effect.value);
    tells.textContent = chosen.tells;
    for (const control of effectFields.querySelectorAll("input")) {
      control.closest(".field").hidden = !applies(control.name, chosen.takes);
    }
    scope.firstChild.textContent = store.chosen ? `Only ${store.chosen}` : "This organization";
    drawPreview();
  }

  function drawPreview() {
    const json = JSON.stringify(fault()).replaceAll("'", "'\\''");
    preview.textContent = `curl -X POST '${location.origin}/__mock/faults' -d '${json}'`;
  }

  draw();
  return { element, draw };
}

const OF_EFFECT = new Set(["status", "code", "message", "retryAfterSeconds", "delayMillis", "maxDelayMillis"]);
const applies = (name, takes) => !OF_EFFECT.has(name) || takes.includes(name);

