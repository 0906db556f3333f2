// A start that makes an archive ends when it is told to, takes its Java along and leaves nothing.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { MOCK, SUITE, folder, javaHome, project, root, surroundings } from "./harness.mjs";

const RUN = ["run", "--base-url", "http://127.0.0.1:9"];
const plain = project();
const JAVA_HOME = javaHome();
const canUnshare = spawnSync("unshare", ["--pid", "--fork", "true"]).status === 0;

/** Starts a launcher for the first time, with a Java that waits; gives it once Java has begun. */
async function firstStart(command, words) {
  const pipe = join(folder(), "started");
  spawnSync("mkfifo", [pipe]);
  const cache = folder();
  const env = surroundings({ JAVA_HOME, DATAMART_CACHE: cache, STARTED: pipe });
  const started = spawn(command, words, { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => started.on("exit", (code, signal) => resolve(code ?? signal)));
  // Its output ends when the last process ends that has it: Java's too.
  const silent = new Promise((resolve) => started.on("close", resolve));
  started.stdout.resume();
  started.stderr.resume();
  const java = Number(await readFile(pipe, "utf8"));
  assert.equal(readdirSync(cache).length, 1, "an archive is being made");
  return { started, ended, silent, java, cache };
}

for (const [launcher, words] of [[MOCK, []], [SUITE, RUN]]) {
  for (const [signal, code] of [["SIGTERM", 143], ["SIGINT", 130], ["SIGHUP", 129]]) {
    test(`${launcher} ends at ${signal}, and its Java too`, async () => {
      const { started, ended, silent, java, cache } = await firstStart(join(plain, launcher), words);
      started.kill(signal);
      assert.equal(await ended, code);
      await silent;
      assert.throws(() => process.kill(java, 0), { code: "ESRCH" });
      assert.deepEqual(readdirSync(cache), []);
    });
  }

  test(`${launcher} ends at SIGTERM as process 1`, { skip: !canUnshare && "no right to" }, async () => {
    const unshared = ["--pid", "--fork", "--kill-child", join(plain, launcher), ...words];
    const { started, ended, cache } = await firstStart("unshare", unshared);
    const inside = readFileSync(`/proc/${started.pid}/task/${started.pid}/children`, "utf8");
    process.kill(Number(inside), "SIGTERM");
    assert.equal(await ended, 143);
    assert.deepEqual(readdirSync(cache), []);
  });
}

test("a suite whose launcher is killed ends, though its server keeps it waiting", async () => {
  const asked = later();
  const server = createServer(() => asked.resolve()); // and never answers
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  const env = { ...process.env, DATAMART_CACHE: folder() };
  const words = ["run", "--base-url", address, "--service-token", "x"];
  const suite = spawn(join(root, SUITE), words, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const output of [suite.stdout, suite.stderr]) output.on("data", (chunk) => (said += chunk));
  const silent = new Promise((resolve) => suite.on("close", resolve));
  await asked.promise;
  suite.kill("SIGKILL");
  await silent;
  server.closeAllConnections();
  server.close();
  assert.equal(said, "", "it did not end by itself, for then it says why");
});

function later() {
  const made = {};
  made.promise = new Promise((resolve) => (made.resolve = resolve));
  return made;
}
