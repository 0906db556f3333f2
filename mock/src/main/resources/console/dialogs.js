// Dialogs: native ones, so that Esc, focus and the backdrop behave as everywhere.

import { button, el, field } from "./dom.js";

/** Shows a dialog; `build` gets a function that closes it with a value. Resolves with that value. */
export function dialog(title, build, { wide = false } = {}) {
  return new Promise((resolve) => {
    const node = el("dialog", { class: wide ? "wide" : "", "aria-label": title });
    let value = null;
    const close = (given) => {
      value = given;
      node.close();
    };
    node.append(
      el("header", {}, el("h2", {}, title), button("×", () => close(null), { class: "quiet close", "aria-label": "Close" })),
      build(close));
    node.addEventListener("close", () => {
      node.remove();
      resolve(value);
    });
    document.body.append(node);
    node.showModal();
    (node.querySelector("[autofocus]") ?? node.querySelector("input, select, .primary"))?.focus();
  });
}

/** Asks before something is done. */
export const confirmed = (title, sentence, action, tone = "primary") =>
  dialog(title, (close) =>
    el("div", { class: "body" }, el("p", {}, sentence),
      el("footer", {}, button("Cancel", () => close(false)),
        button(action, () => close(true), { class: tone, autofocus: true }))));

/** Asks for the admin token; it stays in this tab. */
export const tokenDialog = (wasWrong) =>
  dialog("Admin token", (close) => {
    const input = el("input", { type: "password", autocomplete: "off", required: true, autofocus: true });
    return el("form", { class: "body", onsubmit: (e) => { e.preventDefault(); close(input.value.trim()); } },
      el("p", {}, wasWrong ? "That token was not accepted." : "The control plane of this mock asks for its admin token.",
        " The mock prints it when it starts."),
      field("Token", input, "Kept in this browser tab only, until it is closed."),
      el("footer", {}, el("button", { type: "submit", class: "primary" }, "Use it")));
  });

const KEYS = [
  ["1 … 7", "open a view"],
  ["← →", "the view beside, when a tab has the focus"],
  ["/", "to the filter"],
  ["j k", "down and up in a list"],
  ["Enter", "open what has the focus"],
  ["Esc", "close what is open"],
  ["o", "to the organization"],
  ["?", "this list"],
];

export const keysDialog = () =>
  dialog("Keys", () =>
    el("dl", { class: "body keys" }, KEYS.map(([key, meaning]) => [
      el("dt", {}, key.split(" ").map((k) => el("kbd", {}, k))), el("dd", {}, meaning)])));
