// The state of an organization: what there is, and who depends on whom.

import { chip, el, lazyList, masked, plural, toast } from "./dom.js";
import { chosenSummary, model, on, store } from "./store.js";
import { dataAppDetail, datamartDetail, embedDetail, thingDetail, workspaceDetail } from "./details.js";

/** What is shown in a way of its own. */
const OWN = {
  datamarts: {
    label: "Datamarts", items: (m) => m.datamarts, key: (d) => d.name, detail: datamartDetail,
    words: (d) => `${d.name} ${d.datasourceName} ${d.tables.map((t) => t.name).join(" ")}`,
    row: (d, m) => {
      const embeds = m.embedsOn(d.name).length;
      return [d.name, `${d.datasourceName} · ${plural(d.tables.length, "table")}`,
        embeds > 0 ? chip(plural(embeds, "embed"), "accent") : chip("unused")];
    },
  },
  embeds: {
    label: "Embeds", items: (m) => m.embeds, key: (e) => `${e.dataApp} ${e.id}`, detail: embedDetail,
    words: (e) => `${e.name} ${e.id} ${e.dataApp} ${e.accessSettings?.datamartName}`,
    row: (e) => [e.name, `${e.dataApp} · on ${e.accessSettings?.datamartName ?? "no datamart"}`, chip(e.type)],
  },
  workspaces: {
    label: "Workspaces", items: (m) => m.workspaces, key: (w) => w.name, detail: workspaceDetail,
    words: (w) => `${w.name} ${(w.datamarts ?? []).join(" ")}`,
    row: (w) => [w.name, `${plural(w.dashboards.length, "dashboard")} · ${plural(w.metrics.length, "metric")}`,
      chip(plural((w.datamarts ?? []).length, "datamart"))],
  },
  dataApps: {
    label: "Data apps", items: (m) => m.dataApps, key: (a) => a.name, detail: dataAppDetail,
    words: (a) => a.name,
    row: (a) => [a.name, a.apiKeys.map((k) => `${k.name} ${masked(k.value)}`).join(", ") || "no API key",
      chip(plural(a.embeds.length, "embed"), a.embeds.length > 0 ? "accent" : "")],
  },
};

/** Whatever else an organization owns, as its members are. */
const plain = (kind) => ({
  label: `${kind.label[0].toUpperCase()}${kind.label.slice(1)}s`, items: (m) => m[kind.plural],
  key: (thing) => `${thing[kind.owner] ?? ""} ${thing.id ?? thing.name}`, detail: thingDetail(kind),
  words: (thing) => JSON.stringify(thing), row: (thing) => [thing.name ?? thing.id, thing[kind.owner] ?? "", ""],
});

export function stateView() {
  const kinds = {};
  let kind = "datamarts";
  let open = null;
  let loaded = null;
  let isShown = false;
  const counts = {};
  const filter = el("input", { type: "search", placeholder: "Filter by name, datasource, table", "aria-label": "Filter", oninput: () => drawList() });
  const segments = el("div", { class: "segments", role: "group", "aria-label": "What to list" });
  const list = el("div", { class: "list panel", "aria-busy": "true" });
  const detail = el("section", { class: "detail panel", "aria-live": "polite", tabindex: "-1" });
  const split = el("div", { class: "split" }, list, detail);
  const root = el("div", { class: "view state" }, el("div", { class: "toolbar" }, segments, filter), split);

  /** The server says what there is to list. */
  function drawSegments() {
    Object.assign(kinds, OWN);
    for (const row of store.kinds) if (!row.isSecret) kinds[row.plural] ??= plain(row);
    for (const [id, { label }] of Object.entries(kinds)) {
      counts[id] = el("span", { class: "count" });
      segments.append(el("button", { type: "button", onclick: () => chooseKind(id), data: { kind: id } }, label, " ", counts[id]));
    }
  }

  function chooseKind(id) {
    kind = id;
    open = null;
    filter.value = "";
    draw();
  }

  function go(toKind, key) {
    if (!kinds[toKind].items(loaded).some((item) => kinds[toKind].key(item) === key)) return toast(`${key} is not there.`, "bad");
    kind = toKind;
    filter.value = "";
    open = key;
    draw();
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    detail.focus({ preventScroll: true });
  }

  function draw() {
    if (segments.children.length === 0) drawSegments();
    for (const node of segments.children) node.setAttribute("aria-pressed", String(node.dataset.kind === kind));
    for (const [id, of] of Object.entries(kinds)) counts[id].textContent = of.items(loaded).length;
    drawList();
    drawDetail();
  }

  function drawList() {
    if (!loaded) return;
    const of = kinds[kind];
    const wanted = filter.value.trim().toLowerCase().split(/\s+/);
    const found = of.items(loaded).filter((item) => wanted.every((word) => of.words(item).toLowerCase().includes(word)));
    const row = (item) => {
      const [title, more, mark] = of.row(item, loaded);
      return el("button", { type: "button", class: "row", "aria-current": of.key(item) === open ? "true" : null, onclick: () => go(kind, of.key(item)) },
        el("span", { class: "title" }, title), el("span", { class: "sub" }, more), mark);
    };
    const scroll = list.scrollTop;
    list.replaceChildren(lazyList(found, row, { empty: filter.value ? "Nothing matches the filter." : `No ${of.label.toLowerCase()} here.` }));
    list.scrollTop = scroll;
    list.removeAttribute("aria-busy");
  }

  function drawDetail() {
    const item = kinds[kind].items(loaded).find((one) => kinds[kind].key(one) === open);
    split.classList.toggle("has-detail", Boolean(item));
    detail.replaceChildren(item
      ? kinds[kind].detail(item, loaded, { go, close })
      : el("div", { class: "placeholder" },
        el("h2", {}, chosenSummary()?.name ?? "No organization"),
        el("p", { class: "muted" }, open === null ? "Choose something on the left to see what it is made of and who depends on it." : `${open} is no longer there.`)));
  }

  function close() {
    if (open === null) return false;
    open = null;
    draw();
    return true;
  }

  async function refresh() {
    if (!isShown) return;
    const found = await model();
    if (found && found !== loaded) {
      loaded = found;
      draw();
    }
  }

  on("chosen", () => { open = null; loaded = null; list.setAttribute("aria-busy", "true"); refresh(); });
  let waiting = null;
  // At most one state in two seconds, however fast the organization changes.
  on("version", () => { waiting ??= setTimeout(() => { waiting = null; refresh(); }, loaded && loaded.embeds.length > 500 ? 2000 : 50); });

  return {
    id: "state", title: "State", root, filter,
    show: () => { isShown = true; return store.chosen && refresh(); },
    hide: () => { isShown = false; },
    escape: close,
  };
}
