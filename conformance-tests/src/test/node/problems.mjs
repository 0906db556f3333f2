// Every reason to refuse a request.

import { reads } from "./reading.mjs";

export class Problem extends Error {
  constructor(status, code, message, headers = {}) {
    super(message);
    Object.assign(this, { status, code, headers });
  }
}

export const refused = (message, code = "INVALID_REQUEST_BODY") => new Problem(400, code, message);

export const missing = (member) => refused(`"${member}" is required`);
export const invalid = (member) => refused(`"${member}" is invalid`);
export const repeated = (name) => refused(`"${name}" must be given once`);
export const malformed = () => refused("Malformed JSON in request body");
export const badPage = () => refused("Invalid pagination parameters");
export const badStructure = () => refused("Invalid table or column structure");
export const badTenancy = () =>
  refused("Invalid tenancy level for organization", "INVALID_TENANCY");
export const unknownTable = () => refused("Invalid schema or table name");
export const unknownColumn = () => refused("Invalid column names in table");

const nothingThere = () => (reads("decided") ? "NOT_FOUND" : "RESOURCE_NOT_FOUND");

export const conflict = () => new Problem(409, "DATAMART_ALREADY_EXISTS", "Already there");

export const unknownPath = () => new Problem(404, nothingThere(), "Resource not found");

export const unknownMethod = (allow) =>
  reads("decided")
    ? unknownPath()
    : new Problem(405, "METHOD_NOT_ALLOWED", "Method not allowed", { allow });

export const otherMediaType = () =>
  new Problem(415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type");

export const tooLarge = () => new Problem(413, "PAYLOAD_TOO_LARGE", "Request body is too large");

export const unexpected = () => new Problem(500, "INTERNAL_SERVER_ERROR", "Unexpected failure");

export function unauthenticated(wantsServiceToken) {
  const message = wantsServiceToken
    ? "Invalid or expired service token"
    : "API key is invalid or expired";
  const headers = reads("decided") ? {} : { "www-authenticate": 'Bearer realm="data-app"' };
  return new Problem(401, "AUTHENTICATION_ERROR", message, headers);
}

/** The problem as it is sent; messages other than those of a 401 are for people alone. */
export function envelope({ status, code, message }) {
  const text = reads("decided") && status !== 401 ? "No." : message;
  return { error: { message: text, code, ...(reads("shapes") ? { details: [], status } : {}) } };
}
