// The console: views behind tabs, keys, and one heartbeat that asks the server what is new.

import { forgetToken, get, hasToken, whenTokenIsNeeded } from "./console/api.js";
import { attempt, button, el, plural } from "./console/dom.js";
import { confirmed, keysDialog, tokenDialog } from "./console/dialogs.js";
import { clockView } from "./console/clock.js";
import { contractView } from "./console/contract.js";
import { faultsView } from "./console/faults.js";
import { journalView } from "./console/journal.js";
import { migrationView } from "./console/migration.js";
import { organizationPicker } from "./console/organizations.js";
import { rewindView } from "./console/rewind.js";
import { stateView } from "./console/state.js";
import { loadFaults, loadOrganizations, on, store, watchVersion } from "./console/store.js";

const HEARTBEAT_MILLIS = 1000;
const BEATS_UNTIL_ORGANIZATIONS = 10;

const views = [stateView(), journalView(), faultsView(), rewindView(), migrationView(), clockView(), contractView()];
const main = document.getElementById("main");
const tabs = document.getElementById("tabs");
const pulse = el("span", { class: "pill pulse", id: "pulse" }, "connecting");
const faultPill = button("", () => open("faults"), { class: "pill bad", id: "fault-pill", hidden: true });
const tokenPill = button("admin", () => forget(), { class: "pill", title: "The admin token is kept in this tab. Click to forget it.", hidden: true });
let current = null;

function buildPage() {
  whenTokenIsNeeded(tokenDialog);
  document.getElementById("picker").append(...organizationPicker());
  document.getElementById("pills").append(faultPill, tokenPill, pulse,
    button("?", keysDialog, { class: "pill help", "aria-label": "Keys" }));
  views.forEach((view, i) => {
    view.root.id = `view-${view.id}`;
    view.root.setAttribute("role", "tabpanel");
    view.root.setAttribute("aria-labelledby", `tab-${view.id}`);
    view.root.hidden = true;
    tabs.append(el("button", {
      type: "button", role: "tab", id: `tab-${view.id}`, "aria-controls": view.root.id, tabindex: -1,
      onclick: () => open(view.id),
    }, view.title, el("kbd", { "aria-hidden": "true" }, i + 1)));
    main.append(view.root);
  });
}

function open(id) {
  location.hash = id;
}

async function showHash() {
  const next = views.find((view) => view.id === location.hash.slice(1)) ?? views[0];
  if (next === current) return;
  current?.hide();
  if (current) current.root.hidden = true;
  current = next;
  current.root.hidden = false;
  for (const tab of tabs.children) {
    const isOn = tab.id === `tab-${next.id}`;
    tab.setAttribute("aria-selected", String(isOn));
    tab.tabIndex = isOn ? 0 : -1;
    if (isOn) tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  document.title = `${next.title} – Datamart mock`;
  await attempt(() => next.show());
}

async function beat(count) {
  try {
    if (!document.hidden) {
      const health = await get("health");
      pulse.textContent = plural(health.exchanges, "exchange");
      pulse.classList.remove("off");
      if (count % BEATS_UNTIL_ORGANIZATIONS === 0 || health.organizations !== store.organizations.length) await loadOrganizations();
      await watchVersion();
      if (count % 3 === 0 && current?.id !== "faults") await loadFaults();
      await current?.tick?.();
      tokenPill.hidden = !hasToken();
    }
  } catch (refusal) {
    pulse.textContent = refusal.status === 0 ? "offline" : "refused";
    pulse.classList.add("off");
  } finally {
    setTimeout(() => beat(count + 1), HEARTBEAT_MILLIS);
  }
}

async function forget() {
  if (!(await confirmed("Forget the admin token?", "The page asks for it again when it needs it.", "Forget it"))) return;
  forgetToken();
  location.reload();
}

function showFaults() {
  const active = store.faults.filter((fault) => !fault.isSpent).length;
  faultPill.hidden = active === 0;
  faultPill.textContent = plural(active, "fault");
}

function moveInList(step) {
  const rows = [...current.root.querySelectorAll(".row")];
  const from = rows.findIndex((row) => row === document.activeElement || row.hasAttribute("aria-current"));
  const focused = rows.indexOf(document.activeElement);
  const next = rows[Math.max(0, Math.min(rows.length - 1, (focused >= 0 ? focused : from) + step))];
  next?.focus();
}

const KEYS = {
  "/": () => current.filter?.focus(),
  "?": () => keysDialog(),
  j: () => moveInList(1),
  k: () => moveInList(-1),
  o: () => document.getElementById("organization").focus(),
};

function onKey(event) {
  const isTyping = event.target instanceof Element && event.target.matches("input, textarea, select");
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    if (isTyping) event.target.blur();
    else current.escape();
  } else if (!isTyping && views[Number(event.key) - 1]) {
    open(views[Number(event.key) - 1].id);
  } else if (!isTyping && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

function onTabKey(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = tabs.children[(views.indexOf(current) + step + views.length) % views.length];
  next.focus();
  next.click();
}

buildPage();
on("faults", showFaults);
tabs.addEventListener("keydown", onTabKey);
document.addEventListener("keydown", onKey);
addEventListener("hashchange", showHash);
await attempt(loadOrganizations);
await showHash();
await attempt(loadFaults);
beat(1);
