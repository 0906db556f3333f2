// Who asks, and whether that one may.

import { Problem, refused, repeated, unauthenticated } from "./problems.mjs";
import { reads } from "./reading.mjs";
import { credentialOf } from "./state.mjs";

export function authenticate(request, operation) {
  const headers = request.headersDistinct.authorization ?? [];
  if (headers.length > 1 && !reads("lenient")) throw repeated("Authorization");
  const match = /^bearer +(\S+)$/i.exec(headers[0]?.trim() ?? "");
  const credential = match ? credentialOf(match[1]) : undefined;
  if (!credential) throw unauthenticated(operation?.token === "service");
  return credential;
}

/** An API key is a credential with a data app. */
export function authorize({ app }, operation) {
  if (operation.token === "service" && app) {
    throw new Problem(403, "AUTHENTICATION_ERROR", "This operation needs a service token");
  }
  if (operation.token === "key" && !app) {
    throw refused("Missing or invalid data app", "INVALID_DATA_APP_API_KEY");
  }
}
