// Elements without HTML strings: whatever the server says ends up as text.

/** Makes an element; props are properties of it, `on…` handlers, `data`, or attributes. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "value" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const button = (label, onclick, props = {}) => el("button", { type: "button", onclick, ...props }, label);

export const chip = (label, tone = "", title = null) => el("span", { class: `chip ${tone}`, title }, String(label));

/** Label and control as one thing. */
export function field(label, control, hint = null) {
  return el("label", { class: "field" }, el("span", { class: "label" }, label), control,
    hint && el("span", { class: "hint" }, hint));
}

/** A select from pairs of value and label. */
export function select(pairs, props = {}) {
  return el("select", props, pairs.map(([value, label]) => el("option", { value }, label)));
}

export function toast(message, tone = "good") {
  const node = el("div", { class: `toast ${tone}` }, message);
  document.getElementById("toasts").append(node);
  setTimeout(() => node.remove(), tone === "bad" ? 9000 : 4000);
}

/** Runs something that may be refused, and shows the refusal's sentence. */
export async function attempt(action) {
  try {
    return await action();
  } catch (refusal) {
    toast(refusal.message, "bad");
    return undefined;
  }
}

export async function copy(text, what = "Copied") {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el("textarea", { value: text, class: "offscreen" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  toast(what);
}

export function download(name, text, type = "application/json") {
  const link = el("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Tokens as people may see them: recognizable, not usable. */
export const masked = (token) => (token.length <= 8 ? "…" : "…" + token.slice(-4));

const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** JSON set in colours, or the text as it is. */
export function code(text) {
  const pre = el("pre", { class: "code", tabindex: "0" });
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    pre.append(text);
    return pre;
  }
  let from = 0;
  for (const match of shown.matchAll(TOKENS)) {
    pre.append(shown.slice(from, match.index));
    const tone = match[2] ? "key" : match[1] ? "string" : "value";
    pre.append(el("span", { class: tone }, match[1] ?? match[0]), match[2] ?? "");
    from = match.index + match[0].length;
  }
  pre.append(shown.slice(from));
  return pre;
}

/** A list that grows when its end is seen, so that thousands of rows cost what is looked at. */
export function lazyList(items, render, { page = 60, empty = "Nothing here." } = {}) {
  const list = el("ol", { class: "rows" });
  if (items.length === 0) return el("p", { class: "empty" }, empty);
  let shown = 0;
  const more = el("li", { class: "more" });
  const observer = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && grow(), { rootMargin: "300px" });
  function grow() {
    const next = items.slice(shown, shown + page);
    shown += next.length;
    more.before(...next.map((item) => el("li", {}, render(item))));
    if (shown >= items.length) {
      observer.disconnect();
      more.remove();
    } else {
      more.textContent = `${items.length - shown} more`;
    }
  }
  list.append(more);
  observer.observe(more);
  grow();
  return list;
}

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
export const clockTime = (iso) => time.format(new Date(iso));
export const dayTime = (iso) => el("time", { datetime: iso, title: iso }, day.format(new Date(iso)));
export const plural = (n, one, many = one + "s") => `${n.toLocaleString()} ${n === 1 ? one : many}`;
