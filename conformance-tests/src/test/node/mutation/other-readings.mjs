// What the contract leaves open, the second implementation can read in several ways (reading.mjs), and a mutant runs with
// the one that the contract prefers. What only another reading runs cannot be seen, and to take another one is right as
// well: neither is mutated.

import { PluginKind, declareValuePlugin } from "@stryker-mutator/api/plugin";

const REASON = "only in another reading";

/** Whether a condition is always true, or always false, where nothing is read otherwise; else undefined. */
function settled(node) {
  switch (node?.type) {
    case "CallExpression":
      return node.callee.name === "reads" ? false : undefined;
    case "UnaryExpression":
      return negated(settled(node.argument));
    case "LogicalExpression":
      return joined(node.operator === "||", settled(node.left), settled(node.right));
    default:
      return undefined;
  }
}

const negated = (value) => (value === undefined ? undefined : !value);

const joined = (deciding, left, right) => {
  if (left === deciding || right === deciding) return deciding;
  return left === undefined || right === undefined ? undefined : !deciding;
};

const isNeverRun = ({ node, parent, key }) =>
  (node.type === "IfStatement" && settled(node.test) === false) ||
  (parent?.type === "ConditionalExpression" && key === "consequent" && settled(parent.test) === false);

const otherReadings = {
  shouldIgnore: (path) =>
    settled(path.node) !== undefined || isNeverRun(path) ? REASON : undefined,
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "other-readings", otherReadings)];
