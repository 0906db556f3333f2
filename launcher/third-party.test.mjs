// Everything that others made and the runnable jars carry is named in them with its licence, and in
// the SBOM beside them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, root } from "./harness.mjs";

// What NOTICE says is taken, in this order.
const TAKEN = /\((Apache-2\.0|MIT|BSD-2-Clause|BSD-3-Clause|EPL-2\.0)\)/;

function jar(directory, ...words) {
  const run = spawnSync("jar", words, { cwd: directory, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.split("\n");
}

/** The lines of the list, by group:artifact. */
function named(text) {
  const lines = text.split("\n").filter((line) => line.startsWith("     ("));
  return new Map(lines.map((line) => [/\(([\w.-]+:[\w.-]+):[^()]*\)$/.exec(line)[1], line]));
}

for (const [module, artifact] of [
  ["mock", "datamart-mock"],
  ["conformance-tests", "datamart-conformance"],
]) {
  const target = join(root, module, "target");
  const file = join(target, `${artifact}.jar`);

  test(`${artifact}.jar names all that it carries, with a licence that can be taken`, () => {
    const at = folder();
    const entries = jar(at, "tf", file);
    jar(at, "xf", file, "META-INF/THIRD-PARTY.txt", "META-INF/NOTICE", "META-INF/LICENSE");
    const list = named(readFileSync(join(at, "META-INF/THIRD-PARTY.txt"), "utf8"));

    const carried = entries
      .map((entry) => /^META-INF\/maven\/([^/]+)\/([^/]+)\/pom.properties$/.exec(entry))
      .filter((found) => found && found[1] !== "dev.datamart")
      .map((found) => `${found[1]}:${found[2]}`);
    assert.ok(carried.length > 5, "the jar says what it was made of");
    assert.deepEqual(carried.filter((name) => !list.has(name)), []);
    for (const line of list.values()) assert.match(line, TAKEN);
    assert.ok(entries.some((entry) => entry.startsWith("META-INF/licenses/")));
    assert.ok(existsSync(join(at, "META-INF/NOTICE")) && existsSync(join(at, "META-INF/LICENSE")));

    // Maven makes it only where it is online.
    const made = join(target, `${artifact}.cdx.json`);
    if (!existsSync(made) && !process.env.CI) return;
    const sbom = JSON.parse(readFileSync(made, "utf8"));
    const components = sbom.components
      .filter((each) => each.group !== "dev.datamart")
      .map((each) => `${each.group}:${each.name}`);
    assert.deepEqual(components.sort(), [...list.keys()].sort());
  });
}
