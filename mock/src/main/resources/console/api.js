// The control plane, and the one place that knows the admin token.

const KEY = "datamart-mock-admin-token";
let asking = null;
let askForToken = async () => null;

/** A refusal, in the sentence that the server gave. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Tells how to get an admin token from the user. */
export const whenTokenIsNeeded = (ask) => { askForToken = ask; };
export const hasToken = () => sessionStorage.getItem(KEY) !== null;
export const forgetToken = () => sessionStorage.removeItem(KEY);
export const bearer = () => (hasToken() ? { Authorization: `Bearer ${sessionStorage.getItem(KEY)}` } : {});

/** Sends a request below /__mock/ and returns the answer's text. */
export async function text(method, path, body = undefined) {
  const shown = sessionStorage.getItem(KEY);
  const answer = await send(method, path, body);
  if (answer.status !== 401) return (await checked(answer)).text();
  await token(shown);
  return (await checked(await send(method, path, body))).text();
}

/** Sends a request below /__mock/ and returns the answer's JSON. */
export const ask = async (method, path, body = undefined) => JSON.parse(await text(method, path, body));
export const get = (path) => ask("GET", path);

async function send(method, path, body) {
  try {
    return await fetch("/__mock/" + path, {
      method,
      cache: "no-store",
      headers: { ...bearer(), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
  } catch {
    throw new Refusal(0, "The mock does not answer.");
  }
}

async function checked(answer) {
  // A claim about the journal that does not hold is an answer too.
  if (answer.ok || (answer.status === 409 && answer.url.endsWith("/journal/verify"))) return answer;
  let sentence = `The mock answered ${answer.status}.`;
  try {
    sentence = (await answer.json()).error.message;
  } catch {
    // Not in the shape of a refusal: the status says enough.
  }
  throw new Refusal(answer.status, sentence);
}

/** Asks once, however many requests were refused at the same time. */
async function token(refused) {
  if (sessionStorage.getItem(KEY) !== refused) return;
  asking ??= askForToken(refused !== null).finally(() => { asking = null; });
  const given = await asking;
  if (given) sessionStorage.setItem(KEY, given);
  else throw new Refusal(401, "The control plane needs its admin token.");
}

/** Names as part of an address. */
export const at = (strings, ...names) =>
  strings.reduce((path, part, i) => path + encodeURIComponent(names[i - 1]) + part);
