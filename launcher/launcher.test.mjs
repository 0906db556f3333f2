// The launchers start what `java -jar` starts, keep one archive for each Java and jar, and give the
// program's own exit code.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const cache = mkdtempSync(join(tmpdir(), "datamart-cache-"));
const environment = { ...process.env, DATAMART_CACHE: cache };
const TOKEN = "11111111-1111-4111-8111-111111111111"; // the demo seed's, printed at every start

after(() => rmSync(cache, { recursive: true }));

const archives = (program) => readdirSync(cache).filter((name) => name.startsWith(program));

function startMock() {
  const mock = spawn(join(root, "mock/bin/datamart-mock"), ["--port", "0"], { env: environment });
  const address = new Promise((resolve, reject) => {
    let printed = "";
    mock.stdout.on("data", (chunk) => {
      printed += chunk;
      const found = /ready at (\S+)/.exec(printed);
      if (found) resolve(found[1]);
    });
    mock.on("exit", (code) => reject(new Error(`the mock ended with ${code}: ${printed}`)));
  });
  return { mock, address };
}

function suite(...words) {
  const launcher = join(root, "conformance-tests/bin/datamart-conformance");
  return spawnSync(launcher, words, { env: environment, encoding: "utf8" });
}

test("both programs run from one archive each, made by the first start and the first whole run", async () => {
  const { mock, address } = startMock();
  try {
    const call = ["run", "--base-url", await address, "--service-token", TOKEN];
    for (const [words, kept] of [
      [["--only", "DS-LIST-ANSWERS"], 0],
      [["--no-such-option"], 0],
      [[], 1],
      [["--only", "DS-LIST-ANSWERS"], 1],
    ]) {
      const run = suite(...call, ...words);
      assert.equal(run.status, words[0] === "--no-such-option" ? 2 : 0, run.stdout + run.stderr);
      assert.equal(archives("datamart-conformance").length, kept, words.join(" "));
      if (run.status === 0) assert.equal(run.stderr, "");
    }
  } finally {
    mock.kill();
  }
  const again = startMock();
  await again.address;
  again.mock.kill();
  assert.equal(archives("datamart-mock").length, 1);
});

test("the program's words and exit codes come through", () => {
  assert.match(suite("list").stdout, /DM-DELETE-UNKNOWN-IS-REFUSED/);
  assert.equal(suite("run", "--no-such-option").status, 2);
  assert.equal(suite("run", "--base-url", "http://127.0.0.1:9", "--service-token", "x").status, 3);
});
