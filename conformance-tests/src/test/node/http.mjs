// Reading requests and writing answers.

import { STATUS_CODES } from "node:http";
import { isObject } from "./members.mjs";
import {
  envelope,
  invalid,
  malformed,
  otherMediaType,
  refused,
  repeated,
  tooLarge,
} from "./problems.mjs";
import { reads } from "./reading.mjs";

const MAX_BODY_BYTES = 512 * 1024;
const JSON_TYPE = "application/json; charset=utf-8";

/** The bytes of the body; null when they are too many. */
export function readBody(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let size = 0;
    request.on("data", (chunk) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      // The listener stays, so that the rest is read and the connection can be used again.
      else resolve(null);
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

function isJsonType(header = "") {
  const type = header.split(";")[0].trim().toLowerCase();
  if (type === "application/json" || reads("decided")) return true;
  return !reads("strict") && (type === "" || /^[^\s/]+\/[^\s/]+\+json$/.test(type));
}

export function parseBody(request, bytes, { mayBeEmpty }) {
  if (bytes?.length === 0 && mayBeEmpty && !reads("strict")) return {};
  if (!isJsonType(request.headers["content-type"])) throw otherMediaType();
  if (bytes === null) throw tooLarge();
  const body = parseJson(bytes);
  if (!isObject(body)) throw malformed();
  return body;
}

/** The value; undefined where the bytes are no JSON in UTF-8, or hold half a character. */
function parseJson(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes), (name, value) => {
      const isWhole = typeof value !== "string" || value.isWellFormed();
      if (!name.isWellFormed() || !isWhole) throw new SyntaxError();
      return value;
    });
  } catch {
    return undefined;
  }
}

/** The known parameters; others are ignored, whatever they look like. */
export function parseQuery(search, known) {
  const query = {};
  for (const pair of search.split("&")) {
    const [, rawName, rawValue] = /^([^=]*)=?(.*)$/s.exec(pair);
    const name = decoded(rawName);
    if (!known.includes(name)) continue;
    if (Object.hasOwn(query, name) && !mayRepeat(name)) throw repeated(name);
    query[name] = decoded(rawValue);
    if (query[name] === undefined) throw invalid(name);
  }
  return query;
}

const mayRepeat = (name) => reads("decided") || (reads("lenient") && name !== "datamartName");

function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

export function send(response, status, body, headers) {
  response.writeHead(status, { ...headers, "content-type": JSON_TYPE });
  response.end(written(body));
}

function written(body) {
  if (!reads("shapes")) return JSON.stringify(body);
  const text = JSON.stringify(body.error ? body : { requestId: "r-1", ...body }, null, "\t");
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${text.replace(/[\u007f-\uffff]/g, escape)}\r\n`;
}

/** Answers bytes that are no HTTP request. */
export function refuseUnreadable(error, socket) {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const body = JSON.stringify(envelope(refused("Malformed request")));
  socket.end(
    `HTTP/1.1 400 ${STATUS_CODES[400]}\r\nconnection: close\r\ncontent-type: ${JSON_TYPE}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
