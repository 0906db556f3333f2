// The contract, to be read and tried out against this very server.

import { bearer, text } from "./api.js";
import { attempt, el, masked, select } from "./dom.js";
import { value } from "./details.js";
import { model, on, store } from "./store.js";

export function contractView() {
  let isShown = false;
  let isRendered = false;
  let tokens = [];
  const as = select([["", "no token"]], { "aria-label": "Token of the calls" });
  const page = el("div", { class: "swagger", "aria-busy": "true" });
  const root = el("div", { class: "view contract" },
    el("div", { class: "toolbar" }, el("label", { class: "as" }, el("span", { class: "label" }, "Try it out as"), as),
      el("span", { class: "muted" }, "Calls go to this server and show in the journal.")),
    el("div", { class: "panel pad" }, page));

  async function loadTokens() {
    const found = await model();
    if (!found) return;
    tokens = [
      ...found.serviceTokens.map((token) => ["Service token", value(token)]),
      ...found.dataApps.flatMap((app) => app.apiKeys.map((key) => [`API key of ${app.name}`, key.value])),
    ];
    const kept = as.selectedIndex;
    as.replaceChildren(...tokens.map(([label, token], i) => el("option", { value: i }, `${label} ${masked(token)}`)), el("option", { value: "" }, "no token"));
    if (kept > 0 && kept < as.options.length) as.selectedIndex = kept;
  }

  async function render() {
    if (isRendered) return;
    isRendered = true;
    followColours();
    // Asked here first, so that a missing admin token is asked for by the dialog of the console.
    await Promise.all([text("GET", "openapi.yaml"), script("/__mock/contract/swagger-ui-bundle.js"), style("/__mock/contract/swagger-ui.css")]);
    window.SwaggerUIBundle({
      domNode: page,
      url: "/__mock/openapi.yaml",
      docExpansion: "list",
      defaultModelsExpandDepth: 0,
      filter: true,
      tryItOutEnabled: true,
      validatorUrl: null,
      supportedSubmitMethods: ["get", "post", "put", "delete"],
      // The token joins after the request was shown: the page only has the call without it.
      showMutatedRequest: false,
      requestInterceptor: withToken,
      plugins: [hereOnly],
      onComplete: () => page.removeAttribute("aria-busy"),
    });
  }

  function withToken(request) {
    if (request.loadSpec) return Object.assign(request, { headers: { ...request.headers, ...bearer() } });
    const token = tokens[as.value]?.[1];
    if (token) request.headers.Authorization = `Bearer ${token}`;
    return request;
  }

  on("version", () => isShown && attempt(loadTokens));
  on("chosen", () => isShown && attempt(loadTokens));

  return {
    id: "contract", title: "Contract", root,
    get filter() { return page.querySelector(".operation-filter-input"); },
    show: async () => { isShown = true; await Promise.all([store.chosen && loadTokens(), render()]); },
    hide: () => { isShown = false; },
    escape: () => false,
  };
}

/** The servers of the document are the world's; calls from here go to this mock. */
const hereOnly = () => ({
  statePlugins: {
    spec: {
      wrapActions: {
        updateJsonSpec: (original) => (document) =>
          original({ ...document, servers: [{ url: location.origin, description: "This mock." }] }),
      },
    },
    auth: { wrapSelectors: { definitionsToAuthorize: () => () => null } },
  },
  wrapComponents: { authorizeBtn: () => () => null, authorizeOperationBtn: () => () => null },
});

function followColours() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
  dark.addEventListener("change", follow);
  follow();
}

const loaded = (node) => new Promise((resolve, reject) => {
  node.onload = resolve;
  node.onerror = () => reject(new Error("The renderer of the contract is not part of this build."));
  document.head.append(node);
});
const script = (src) => loaded(el("script", { src }));
const style = (href) => loaded(el("link", { rel: "stylesheet", href }));
