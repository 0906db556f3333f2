// The journal, live: every exchange of the API as it happens.

import { ask, get, text } from "./api.js";
import { attempt, button, chip, clockTime, copy, download, el, field, plural, select, toast } from "./dom.js";
import { OPERATIONS } from "./contract-names.js";
import { confirmed, dialog } from "./dialogs.js";
import { marks } from "./difference.js";
import { exchangeDetail, statusChip } from "./exchange.js";
import { model, on, store } from "./store.js";

const MOST_ROWS = 400;
const OVERLAP = 10;

export function journalView() {
  const exchanges = new Map();
  const rows = new Map();
  let last = 0;
  let open = null;
  let isLive = true;
  let isShown = false;
  let isAsking = false;
  let generation = 0;

  const filter = el("input", { type: "search", placeholder: "Filter by path, name, status, code", "aria-label": "Filter", oninput: () => draw() });
  const scope = select([["chosen", "This organization"], ["all", "All organizations"]], { "aria-label": "Organizations", onchange: () => restart() });
  const operation = select([["", "Every operation"], ...OPERATIONS.map((o) => [o, o])], { "aria-label": "Operation", onchange: () => restart() });
  const kind = select([["", "Everything"], ["isChange", "Changes"], ["hasWarnings", "With warnings"], ["isDeprecated", "Deprecated paths"]],
    { "aria-label": "Kind", onchange: () => restart() });
  const live = button("", () => { isLive = !isLive; drawLive(); tick(); }, { class: "live" });
  const list = el("ol", { class: "rows" });
  const empty = el("p", { class: "empty" }, "No exchange yet. Call the API, and it shows here.");
  const left = el("div", { class: "list panel" }, empty, list);
  const detail = el("section", { class: "detail panel", tabindex: "-1" });
  const split = el("div", { class: "split" }, left, detail);
  const root = el("div", { class: "view journal" },
    el("div", { class: "toolbar" }, filter, scope, operation, kind, live,
      el("span", { class: "actions" },
        button("Verify…", () => verify()), button("HAR", () => take("har", "journal.har")),
        button("curl", () => take("curl", "journal.sh", "text/x-shellscript")), button("Clear", () => clear()))),
    split);

  function query(more = {}) {
    const wanted = new URLSearchParams(more);
    if (scope.value === "chosen" && store.chosen) wanted.set("organization", store.chosen);
    if (operation.value) wanted.set("operation", operation.value);
    if (kind.value) wanted.set(kind.value, "true");
    return wanted;
  }

  async function restart() {
    generation += 1;
    exchanges.clear();
    rows.clear();
    last = 0;
    open = null;
    list.replaceChildren();
    drawDetail();
    await tick(true);
  }

  async function tick(isForced = false) {
    if (!isForced && (!isLive || !isShown || isAsking)) return;
    isAsking = true;
    const asked = generation;
    try {
      // A little overlap: of two that ended together the later may have been kept first.
      const found = await get("journal?" + query({ limit: last === 0 ? MOST_ROWS : 200, after: Math.max(0, last - OVERLAP) }));
      if (asked !== generation) return;
      if (found.count < last) return void restart();
      const fresh = found.exchanges.filter((e) => !exchanges.has(e.number));
      for (const e of fresh) exchanges.set(e.number, e);
      last = Math.max(last, ...fresh.map((e) => e.number));
      fresh.filter(matches).forEach((e) => place(e));
      trim();
    } finally {
      isAsking = false;
      drawEmpty();
    }
  }

  const words = (e) => `${e.method} ${e.target} ${e.operation} ${e.status} ${e.outcome} ${e.answer} ${e.request} ${e.warnings.join(" ")}`.toLowerCase();
  const matches = (e) => filter.value.trim().toLowerCase().split(/\s+/).every((word) => words(e).includes(word));

  function place(e) {
    const row = rows.get(e.number) ?? el("li", { data: { number: e.number } }, rowOf(e));
    rows.set(e.number, row);
    const before = [...list.children].find((other) => Number(other.dataset.number) < e.number);
    list.insertBefore(row, before ?? null);
  }

  function trim() {
    for (const number of [...exchanges.keys()].sort((a, b) => a - b).slice(0, -MOST_ROWS)) {
      exchanges.delete(number);
      rows.get(number)?.remove();
      rows.delete(number);
    }
  }

  function draw() {
    const wanted = [...exchanges.values()].filter(matches).sort((a, b) => b.number - a.number);
    list.replaceChildren(...wanted.map((e) => {
      if (!rows.has(e.number)) rows.set(e.number, el("li", { data: { number: e.number } }, rowOf(e)));
      return rows.get(e.number);
    }));
    drawEmpty();
  }

  function drawEmpty() {
    empty.hidden = list.children.length > 0;
    empty.textContent = exchanges.size > 0 ? "Nothing matches the filter." : "No exchange yet. Call the API, and it shows here.";
  }

  function drawLive() {
    live.textContent = isLive ? "Live" : "Paused";
    live.setAttribute("aria-pressed", String(isLive));
    live.title = isLive ? "Stop following" : "Follow again";
  }

  function rowOf(e) {
    return el("button", { type: "button", class: "row exchange", onclick: () => show(e.number) },
      statusChip(e),
      el("span", { class: "title" }, el("span", { class: `method ${e.method.toLowerCase()}` }, e.method), " ", e.operation ?? e.target),
      el("span", { class: "sub" }, e.target),
      el("span", { class: "tags" },
        e.outcome !== "answered" && chip(e.outcome, "bad", "A fault came in between"),
        e.family && e.family !== "kebab" && chip(e.family, "warn", "A deprecated path"),
        e.warnings.length > 0 && chip(plural(e.warnings.length, "warning"), "warn", e.warnings.join("\n")),
        marks(e.difference)),
      el("span", { class: "when" }, clockTime(e.at), el("span", { class: "muted" }, ` #${e.number}`)));
  }

  function show(number) {
    open = number;
    for (const [n, row] of rows) row.firstChild.toggleAttribute("aria-current", n === number);
    drawDetail();
    detail.focus({ preventScroll: true });
  }

  function drawDetail() {
    const e = exchanges.get(open);
    split.classList.toggle("has-detail", Boolean(e));
    detail.replaceChildren(e ? exchangeDetail(e, close) : el("div", { class: "placeholder" },
      el("h2", {}, "Journal"), el("p", { class: "muted" }, "Choose an exchange to see its request, its answer and the difference that it made to the state.")));
  }

  function close() {
    if (open === null) return false;
    rows.get(open)?.firstChild.removeAttribute("aria-current");
    rows.get(open)?.firstChild.focus();
    open = null;
    drawDetail();
    return true;
  }

  const take = (what, name, type) => attempt(async () => download(name, await text("GET", `journal/${what}?${query()}`), type));

  async function clear() {
    if (!(await confirmed("Clear the journal?", "The exchanges of all organizations are forgotten. Their numbers go on.", "Clear it", "danger"))) return;
    await attempt(async () => { await ask("DELETE", "journal"); await restart(); });
  }

  async function verify() {
    const claim = await dialog("Verify the journal", (done) => {
      const rule = select([["count", "exactly"], ["atLeast", "at least"], ["atMost", "at most"]]);
      const count = el("input", { type: "number", min: 0, value: 1, required: true });
      const name = el("input", { placeholder: "any name" });
      return el("form", { class: "body", onsubmit: (e) => { e.preventDefault(); done({ rule: rule.value, count: Number(count.value), name: name.value }); } },
        el("p", {}, "Counts the exchanges that the choices above let through: ", el("code", {}, query().toString() || "all"), "."),
        el("div", { class: "fields" }, field("There are", rule), field("Count", count), field("That name", name)),
        el("footer", {}, el("button", { type: "submit", class: "primary" }, "Verify")));
    });
    if (!claim) return;
    const wanted = Object.fromEntries([...query()].map(([key, value]) => [key, value === "true" ? true : value]));
    if (claim.name) wanted.name = claim.name;
    await attempt(async () => {
      const verdict = await ask("POST", "journal/verify", { filter: wanted, [claim.rule]: claim.count });
      toast(`${verdict.isVerified ? "Verified" : "Not verified"}. ${verdict.sentence}`, verdict.isVerified ? "good" : "bad");
    });
  }

  drawLive();
  drawDetail();
  on("chosen", () => scope.value === "chosen" && isShown && attempt(restart));

  return {
    id: "journal", title: "Journal", root, filter, tick, escape: close,
    show: async () => { isShown = true; await model().catch(() => null); await restart(); },
    hide: () => { isShown = false; },
    copy: () => open !== null && copy(exchanges.get(open).curl, "curl copied"),
  };
}
