// Runs the commands of README.md against a fresh mock and compares every line that they print.
// A line of a "console" block that begins with "$ " is a command; what follows is its exact output.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
let mock;
let address;

before(async () => {
  mock = spawn("java", ["-jar", join(root, "mock/target/datamart-mock.jar"), "--port", "0"]);
  address = await new Promise((resolve, reject) => {
    let printed = "";
    mock.stdout.on("data", (chunk) => {
      printed += chunk;
      const found = /ready at (\S+)/.exec(printed);
      if (found) resolve(found[1]);
    });
    mock.on("exit", (code) => reject(new Error(`the mock ended with ${code}`)));
  });
});

after(() => mock.kill());

/** Runs a script in which the README's address stands for the mock's. */
function run(script) {
  return spawnSync("bash", ["-c", script.replaceAll("http://127.0.0.1:8080", address)], {
    cwd: root,
    encoding: "utf8",
  });
}

function blocks(kind) {
  return [...readme.matchAll(new RegExp("```" + kind + "\\n([\\s\\S]*?)```", "g"))].map((b) => b[1]);
}

test("every command of the README prints what the README says", () => {
  const steps = [];
  for (const line of blocks("console").join("").split("\n").slice(0, -1)) {
    if (line.startsWith("$ ")) steps.push({ command: line.slice(2), expected: "" });
    else steps.at(-1).expected += line + "\n";
  }
  assert.ok(steps.length >= 10, "the README has its commands");
  const exports = steps.filter((s) => s.command.startsWith("export ")).map((s) => s.command);
  for (const step of steps.filter((s) => !s.command.startsWith("export "))) {
    const printed = run([...exports, step.command].join("\n")).stdout;
    assert.equal(printed.endsWith("\n") ? printed : printed + "\n", step.expected, step.command);
  }
});

test("the suite passes against the mock, as the README calls it", () => {
  const call = blocks("sh").join("").match(/^java -jar conformance-tests.*$/m)[0];
  const suite = run(call);
  assert.equal(suite.status, 0, suite.stdout + suite.stderr);
});

test("every file that the README links to is there", () => {
  for (const [, target] of readme.matchAll(/\]\(([^)#:]+)\)/g)) {
    assert.doesNotThrow(() => readFileSync(join(root, target)), `link to ${target}`);
  }
});

test("CI runs every Maven command of the README", () => {
  const ci = readFileSync(join(root, ".ci/run"), "utf8");
  const commands = blocks("sh").join("").match(/mvn [^&\n]*/g).map((command) => command.trim());
  assert.ok(commands.includes("mvn verify"));
  // Verifying begins with all that packaging does.
  const verifying = ["mvn verify", "mvn -q package -DskipTests"];
  for (const command of commands) {
    const said = verifying.includes(command) ? "mvn -B -ntp verify" : command;
    assert.ok(ci.split("\n").includes(said), command);
  }
});
