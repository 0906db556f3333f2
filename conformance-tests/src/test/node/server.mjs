// A second implementation of the contract, with which the suite is tested: in another language, by
// other means, and with other ids, names and orders than the mock. Its state is in memory.
//
//   node server.mjs --port 8080                    (port 0 is any free port)
//   node server.mjs --port 8080 --reading strict   (see reading.mjs; may be repeated)

import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { authenticate, authorize } from "./auth.mjs";
import { parseBody, parseQuery, readBody, refuseUnreadable, send } from "./http.mjs";
import { Problem, envelope, refused, unexpected, unknownMethod, unknownPath } from "./problems.mjs";
import { choose, reads } from "./reading.mjs";
import { isOfApi, routeOf } from "./routes.mjs";
import { seed } from "./seed.mjs";

function operationOf({ methods }, method) {
  const names = Object.keys(methods);
  const operation = methods[method === "HEAD" ? "GET" : method];
  if (operation) return operation;
  const allowed = names.includes("GET") ? [...names, "HEAD"] : names;
  throw unknownMethod(allowed.sort().join(", "));
}

/** The operation, and who asks for it; the contract prefers to learn first who asks. */
function admit(request, route) {
  const find = () => {
    if (!route) throw unknownPath();
    return operationOf(route, request.method);
  };
  if (reads("order")) find();
  const key = authenticate(request, route?.methods[request.method]);
  const operation = find();
  authorize(key, operation);
  return { key, operation };
}

// Synchronous: no other request can come between a check and the change that it permits.
function answer(request, { route, path, search }, bytes) {
  if (!isOfApi(path)) throw unknownPath();
  const { key, operation } = admit(request, route);
  const hasNeedlessBody = request.method === "DELETE" && bytes?.length > 0;
  if (reads("decided") && hasNeedlessBody) throw refused("DELETE takes no body");
  const body = operation.body ? parseBody(request, bytes, operation.body) : undefined;
  const query = parseQuery(search, operation.query);
  return operation.run({ org: key.org, app: key.app, key, query, body });
}

function targetOf({ url }) {
  const [, target, search = ""] = /^(?:https?:\/\/[^/?]*)?([^?]*)(?:\?(.*))?$/is.exec(url);
  const path = target.length > 1 && target.endsWith("/") ? target.slice(0, -1) : target;
  return { path, search, route: routeOf(path) };
}

/** Of a whole path, or of one of its methods. */
function deprecation({ route }, method) {
  const successor = route?.successor ?? route?.methods[method]?.successor;
  if (!successor || reads("decided")) return {};
  const link = `<${successor}>; title="kebab-case path"; rel="successor-version"`;
  return { deprecation: "@1719792000", link };
}

async function handle(request, response) {
  const target = targetOf(request);
  const headers = deprecation(target, request.method);
  try {
    const bytes = await readBody(request);
    send(response, 200, answer(request, target, bytes), headers);
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    if (!(error instanceof Problem)) console.error(error);
    const problem = error instanceof Problem ? error : unexpected();
    const kept = reads("order") ? {} : headers;
    send(response, problem.status, envelope(problem), { ...kept, ...problem.headers });
  }
}

const { values: options } = parseArgs({
  options: {
    port: { type: "string", default: "8080" },
    reading: { type: "string", multiple: true, default: [] },
  },
});
choose(options.reading);
seed("first", "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222");
seed("second", "33333333-3333-4333-8333-333333333333", "44444444-4444-4444-8444-444444444444");

const limits = { maxHeaderSize: 64 * 1024, requireHostHeader: false, keepAliveTimeout: 75_000 };
const server = createServer(limits, handle).on("clientError", refuseUnreadable);
server.listen(Number(options.port), "127.0.0.1", () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`);
});
