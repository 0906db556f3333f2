// The versions of an organization: compare them, go back to them, take them along.

import { ask, at, get, text } from "./api.js";
import { attempt, button, chip, dayTime, download, el, lazyList, plural, toast } from "./dom.js";
import { confirmed } from "./dialogs.js";
import { differenceList } from "./difference.js";
import { loadOrganizations, model, on, rewind, store, watchVersion } from "./store.js";

export function rewindView() {
  let isShown = false;
  let entries = null;
  let from = null;
  let to = null;
  const list = el("div", { class: "versions" });
  const difference = el("div", { "aria-live": "polite" });
  const title = el("h2", {}, "Difference");
  const file = el("input", { type: "file", accept: "application/json,.json", class: "offscreen", "aria-label": "A state to load", onchange: () => upload() });
  const undo = button("Undo the last delete", () => attempt(undoDelete), { class: "primary" });
  const root = el("div", { class: "view rewind two" },
    el("section", { class: "panel pad" },
      el("header", { class: "section-head" }, el("h2", {}, "Versions"), undo),
      el("p", { class: "muted" }, "Every change makes a version; the last 200 are kept. Going back makes a new one, so nothing is lost."),
      list),
    el("section", { class: "panel pad" },
      el("header", { class: "section-head" }, title), difference,
      el("h2", { class: "spaced" }, "State as a file"),
      el("p", { class: "muted" }, "What is saved here can be loaded again, here or with --seed FILE when the mock starts. It holds the tokens."),
      el("div", { class: "actions" },
        button("Download the state", () => take(at`organizations/${store.chosen}/state`, `${store.chosen}.json`)),
        button("Load a state…", () => file.click()), file)));

  async function refresh() {
    if (!isShown || store.chosen === null) return;
    await model().catch(() => null);
    const found = await get(at`organizations/${store.chosen}/versions`);
    const wasLatest = entries === null || to === entries.current;
    entries = found;
    const kept = new Set(found.versions.map((v) => v.number));
    if (wasLatest || !kept.has(to)) to = found.current;
    if (from === null || !kept.has(from) || wasLatest) from = [...kept].filter((n) => n < to).at(-1) ?? to;
    draw();
    await compare();
  }

  function draw() {
    const newestFirst = [...entries.versions].reverse();
    undo.disabled = !entries.versions.some((v, i) => i > 0 && v.cause.startsWith("delete"));
    const scroll = list.scrollTop;
    list.replaceChildren(lazyList(newestFirst, version));
    list.scrollTop = scroll;
  }

  function version(v) {
    const isCurrent = v.number === entries.current;
    const radio = (end, label, chosen) => el("label", { class: "end", title: label },
      el("input", { type: "radio", name: end, value: v.number, checked: chosen === v.number, onchange: () => choose(end, v.number) }), end);
    return el("div", { class: `version ${isCurrent ? "current" : ""}`, data: { version: v.number } },
      el("span", { class: "number" }, v.number),
      el("span", { class: "what" }, el("b", {}, v.cause), isCurrent && chip("current", "good"), el("span", { class: "muted when" }, dayTime(v.since))),
      el("span", { class: "ends" }, radio("from", "Compare from this version", from), radio("to", "Compare to this version", to)),
      el("span", { class: "actions" },
        button("Save", () => take(at`organizations/${store.chosen}/versions/${v.number}/state`, `${store.chosen}-${v.number}.json`), { class: "quiet small", "aria-label": `Save version ${v.number}` }),
        !isCurrent && button("Go back", () => goBack(v.number), { class: "small", "aria-label": `Go back to version ${v.number}` })));
  }

  function choose(end, number) {
    if (end === "from") from = number;
    else to = number;
    attempt(compare);
  }

  async function compare() {
    title.textContent = from === to ? "Difference" : `Difference from ${from} to ${to}`;
    if (from === to) return difference.replaceChildren(el("p", { class: "muted" }, "Choose two versions to compare them."));
    const found = await get(at`organizations/${store.chosen}/difference` + `?from=${from}&to=${to}`);
    difference.replaceChildren(differenceList(found, "The two are equal."));
  }

  async function goBack(number) {
    if (!(await confirmed(`Go back to version ${number}?`, "The state becomes what it was then, as a new version.", "Go back"))) return;
    await attempt(async () => arrived(await rewind({ to: number })));
  }

  const undoDelete = async () => arrived(await rewind({ undo: "lastDelete" }));

  async function arrived({ version, difference: made }) {
    const count = made.added.length + made.removed.length + made.changed.length;
    toast(`Version ${version}: ${plural(count, "difference")} to the one before.`);
    await refresh();
  }

  const take = (path, name) => attempt(async () => download(name, await text("GET", path)));

  async function upload() {
    const chosen = file.files[0];
    file.value = "";
    if (!chosen || !(await confirmed("Load this state?", `The state of ${store.chosen} becomes that of ${chosen.name}.`, "Load it"))) return;
    await attempt(async () => {
      await ask("PUT", at`organizations/${store.chosen}/state`, await chosen.text());
      toast(`${chosen.name} is loaded.`);
      await loadOrganizations();
      await watchVersion();
      await refresh();
    });
  }

  on("version", () => isShown && attempt(refresh));
  on("chosen", () => { entries = null; from = null; to = null; if (isShown) attempt(refresh); });

  return {
    id: "rewind", title: "Rewind", root,
    show: async () => { isShown = true; await refresh(); },
    hide: () => { isShown = false; },
    escape: () => false,
  };
}
