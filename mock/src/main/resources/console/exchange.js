// One exchange in full.

import { button, chip, code, copy, dayTime, el } from "./dom.js";
import { differenceList, isEmpty } from "./difference.js";

const TONES = { 2: "good", 3: "accent", 4: "warn", 5: "bad" };

export const statusChip = (e) =>
  e.status === 0 ? chip("cut", "bad status", "The connection was cut before an answer") : chip(e.status, `${TONES[Math.floor(e.status / 100)] ?? ""} status`);

export function exchangeDetail(e, close) {
  return el("article", {},
    el("header", { class: "detail-head" },
      button("‹ Back", close, { class: "quiet back" }),
      el("div", {}, el("span", { class: "overline" }, `Exchange ${e.number}`), el("h2", {}, e.operation ?? "No such operation")),
      el("div", { class: "actions" }, button("Copy as curl", () => copy(e.curl, "curl copied")))),
    el("p", { class: "chips" }, statusChip(e),
      e.outcome !== "answered" && chip(`fault: ${e.outcome}`, "bad"),
      e.family && chip(e.family, e.family === "kebab" ? "" : "warn"),
      e.organization ? chip(e.organization) : chip("nobody’s token", "warn"),
      chip(`${e.millis.toFixed(1)} ms`)),
    e.warnings.length > 0 && block("Warnings", el("ul", { class: "warnings" }, e.warnings.map((w) => el("li", {}, w)))),
    block("Difference", e.difference && isEmpty(e.difference)
      ? el("p", { class: "muted" }, "The state was replaced by an equal one.")
      : differenceList(e.difference, "It changed nothing.")),
    block("Request", el("pre", { class: "code" }, el("b", {}, e.method), " ", e.target), e.request && withCopy(e.request)),
    block("Answer", e.answer ? withCopy(e.answer) : el("p", { class: "muted" }, e.status === 0 ? "None: the connection was cut." : "No body.")),
    block("As curl", el("pre", { class: "code wrap", tabindex: "0" }, e.curl)),
    el("p", { class: "muted" }, dayTime(e.at), e.userAgent && ` · ${e.userAgent}`));
}

const block = (title, ...content) => el("section", { class: "block" }, el("h3", {}, title), content);

const withCopy = (text) =>
  el("div", { class: "copyable" }, code(text), button("Copy", () => copy(text), { class: "quiet small" }));
