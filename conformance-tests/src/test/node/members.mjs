// Members of a JSON body. Null counts as left out; nothing is coerced.

import { invalid, missing } from "./problems.mjs";
import { reads } from "./reading.mjs";

const longestName = () => (reads("decided") ? 100 : 255);

export const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function given(object, member) {
  const value = Object.hasOwn(object, member) ? object[member] : undefined;
  if (value === null && reads("strict") && !isShown(object)) throw invalid(member);
  return value === null ? undefined : value;
}

// What a list shows as accessSettings, nulls included, has to be accepted back by every server.
const isShown = (object) => Object.hasOwn(object, "isAllowAiPilot");

function optional(object, member, accepts) {
  const value = given(object, member);
  if (value !== undefined && !accepts(value)) throw invalid(member);
  return value;
}

export const isText = (value) => typeof value === "string";

export const optionalText = (object, member) => optional(object, member, isText);

export const optionalName = (object, member) =>
  optional(object, member, (value) => isText(value) && (value !== "" || reads("lenient")));

export const optionalBoolean = (object, member) =>
  optional(object, member, (value) => typeof value === "boolean");

export const optionalChoice = (object, member, choices) =>
  optional(object, member, (value) => choices.includes(value));

export const optionalObject = (object, member) => optional(object, member, isObject);

export const optionalArray = (object, member) => optional(object, member, Array.isArray);

export const optionalList = (object, member) =>
  optional(object, member, (value) => Array.isArray(value) && value.every(isObject));

export function requiredName(object, member) {
  const value = optionalText(object, member);
  if (value === undefined || value === "") throw missing(member);
  if ((reads("strict") || reads("decided")) && value.length > longestName()) throw invalid(member);
  return value;
}

export function requiredChoice(object, member, choices) {
  if (given(object, member) === undefined) throw missing(member);
  return optionalChoice(object, member, choices);
}

export function requiredParameter(query, name) {
  if (!query[name]) throw missing(name);
  return query[name];
}
