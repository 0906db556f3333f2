// What one state has and another has not.

import { chip, el } from "./dom.js";
import { embedName, store } from "./store.js";

const label = (word) => store.kinds.find((kind) => kind.word === word)?.label ?? word;

export function isEmpty(difference) {
  return !difference || difference.added.length + difference.removed.length + difference.changed.length === 0;
}

/** Counts of a difference, for a line of a list. */
export function marks(difference) {
  if (isEmpty(difference)) return null;
  const count = (items, sign, tone, word) =>
    items.length > 0 && el("span", { class: `delta ${tone}`, title: `${items.length} ${word}` }, sign + items.length);
  return el("span", { class: "deltas" },
    count(difference.added, "+", "good", "added"),
    count(difference.removed, "−", "bad", "removed"),
    count(difference.changed, "~", "warn", "changed"));
}

/** The whole difference, a line for each thing. */
export function differenceList(difference, nothing = "No difference.") {
  if (isEmpty(difference)) return el("p", { class: "muted" }, nothing);
  return el("ul", { class: "difference" },
    difference.removed.map((item) => line(item, "−", "bad", "removed")),
    difference.added.map((item) => line(item, "+", "good", "added")),
    difference.changed.map((item) => line(item, "~", "warn", "changed")));
}

function line(item, sign, tone, word) {
  const name = item.kind === "embed" ? embedName(item.name) : null;
  return el("li", { class: tone },
    el("span", { class: "sign", "aria-hidden": "true" }, sign),
    el("span", { class: "offscreen" }, word),
    el("span", { class: "kind" }, label(item.kind)),
    el("span", { class: "what" },
      el("b", {}, name ?? item.name),
      name && el("code", { class: "muted", title: item.name }, ` …${item.name.slice(-6)}`),
      item.in && el("span", { class: "muted" }, ` in ${item.in}`)),
    item.members && el("span", { class: "members" }, item.members.map((member) => chip(member))));
}
