// Pages of lists. A page is a number, or undefined for everything in one answer.

import { given } from "./members.mjs";
import { badPage } from "./problems.mjs";
import { reads } from "./reading.mjs";

const PAGE_SIZE = 10;

const nearest = (number) => Math.max(1, Number.parseInt(number) || 1);

export function pageOfQuery({ isPagination = "false", pageNumber = "1" }) {
  if (isPagination === "false") return undefined;
  if (reads("decided")) return isPagination === "true" ? nearest(pageNumber) : undefined;
  const isNumber = /^\d+$/.test(pageNumber) && Number(pageNumber) >= 1;
  if (isPagination !== "true" || !isNumber) throw badPage();
  return Number(pageNumber);
}

export function pageOfBody(body) {
  const wanted = given(body, "isPagination") ?? false;
  const number = given(body, "pageNumber") ?? 1;
  if (reads("decided")) return wanted === true ? nearest(number) : undefined;
  if (typeof wanted !== "boolean") throw badPage();
  if (!wanted) return undefined;
  if (!Number.isInteger(number) || number < 1) throw badPage();
  return number;
}

/** The items of a page, in the order of their creation. */
export function paged(items, page) {
  const all = reads("decided") ? [...items].reverse() : [...items];
  return page === undefined ? all : all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
}
