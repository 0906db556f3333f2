// The launchers start what `java -jar` starts, keep one archive for each Java and jar, and give the
// program's own exit code.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, readdirSync, statSync, truncateSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { MOCK, SUITE, folder, project, root, start } from "./harness.mjs";

const cache = folder();
const environment = { ...process.env, DATAMART_CACHE: cache };
const TOKEN = "11111111-1111-4111-8111-111111111111"; // the demo seed's, printed at every start

const archives = (program) => readdirSync(cache).filter((name) => name.startsWith(program));

function startMock() {
  const mock = spawn(join(root, MOCK), ["--port", "0"], { env: environment });
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
  return spawnSync(join(root, SUITE), words, { env: environment, encoding: "utf8" });
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

test("an archive can be made and taken in a folder with any letters, in any locale", () => {
  const at = join(folder(), "a b'c\"d$HOME `e`\\nf ü#?!+;&*[x]%20%p");
  const launcher = join(project(at, true), MOCK);
  const env = { JAVA_HOME: process.env.JAVA_HOME ?? "", HOME: at, LC_ALL: "C" };
  for (const options of ["", "-Xshare:on -Xlog:class+load"]) {
    const words = ["--seed", "nö such", "--port", "0"];
    const made = start(launcher, ["--version"], { ...env, DATAMART_JVM_OPTS: options });
    assert.equal(made.status, 0, made.stderr);
    assert.equal(made.stderr, "");
    assert.equal(made.stdout.includes("source: shared objects file (top)"), options !== "");
    const refused = start(launcher, words, env);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /nö such/);
  }
  assert.equal(readdirSync(join(at, ".cache/datamart")).length, 1);
});

test("where damage of an archive does not show, a start may crash, and the next is a good one", () => {
  const cwd = folder(); // where a crash leaves its report
  const env = { JAVA_HOME: process.env.JAVA_HOME ?? "", DATAMART_CACHE: cache };
  const version = () => start(join(root, MOCK), ["--version"], env, { cwd });
  version();
  const [archive] = archives("datamart-mock").map((name) => join(cache, name));
  const { size, atime, mtime } = statSync(archive);
  chmodSync(archive, 0o644);
  truncateSync(archive, 1_000_000);
  utimesSync(archive, atime, mtime);
  const first = version();
  if (first.status !== 0) { // Java 17 crashes, Java 25 sees it and does without
    assert.match(first.stderr, /^datamart-mock: its archive .* thrown away, start it again$/m);
    version();
    assert.ok(statSync(archive).size > size / 2, "it is made anew");
  }
  assert.match(version().stdout, /^datamart-mock \d/);
});
