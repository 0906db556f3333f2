// In odd surroundings a launcher works, or says in one sentence what is wrong and ends with 2.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, cpSync, mkdirSync, readdirSync } from "node:fs";
import { statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { MOCK, SUITE, folder, javaHome, project, script, start } from "./harness.mjs";

const ODD = "a b'c\"d$HOME `e`\\nf ü#?!+;&*[x]%20";
const plain = project();
const JAVA_HOME = javaHome();
const RUN = ["run", "--base-url", "http://127.0.0.1:9"];

/** That Java was given the words of a start, and whether an archive was named. */
function assertStarts(done, words, archived) {
  assert.equal(done.status, 0, done.stderr);
  assert.equal(done.stderr, "");
  assert.ok(done.stdout.endsWith(words.map((word) => `<${word}>\n`).join("")), done.stdout);
  assert.equal(done.stdout.includes("-XX:SharedArchiveFile="), archived, done.stdout);
}

function assertRefuses(done, sentence) {
  assert.equal(done.status, 2, done.stdout + done.stderr);
  assert.equal(done.stdout, "");
  assert.match(done.stderr, sentence);
  assert.equal(done.stderr.trim().split("\n").length, 1, done.stderr);
}

const archives = (cache) => readdirSync(cache).map((name) => join(cache, name));

test("any folder can be the home, the project and Java's, in any locale and with any umask", () => {
  for (const name of [ODD, "-n", "tab\tnew\nline"]) {
    const at = join(folder(), name);
    const env = { HOME: join(at, "home"), JAVA_HOME: javaHome(join(at, "jdk")), LC_ALL: "C" };
    const launcher = join(project(join(at, "project")), MOCK);
    for (const umask of ["022", "077"]) {
      const words = ["-c", `umask ${umask} && exec "$0" "$@"`, launcher, "--seed", ODD, "", "*"];
      const jar = join(at, "project/mock/target/datamart-mock.jar");
      assertStarts(start("sh", words, env), ["-jar", jar, "--seed", ODD, "", "*"], true);
    }
    assert.equal(archives(join(at, "home/.cache/datamart")).length, 1);
  }
});

test("a link to the launcher, a link to a link and a relative one find the project, with any CDPATH", () => {
  const links = folder();
  mkdirSync(join(links, "mock/bin"), { recursive: true });
  symlinkSync(join(plain, MOCK), join(links, "first"));
  symlinkSync("first", join(links, "second"));
  symlinkSync(relative(links, join(plain, MOCK)), join(links, "relative"));
  const env = { JAVA_HOME, CDPATH: links };
  const jar = join(plain, "mock/target/datamart-mock.jar");
  for (const [launcher, cwd] of [
    [join(links, "first"), "/"],
    ["./second", links],
    ["./relative", links],
    [MOCK, plain],
  ]) {
    assertStarts(start(launcher, ["x"], env, { cwd }), ["-jar", jar, "x"], false);
    assertStarts(start("sh", [launcher, "x"], env, { cwd }), ["-jar", jar, "x"], false);
  }
  cpSync(join(plain, MOCK), join(links, "copy"));
  assertRefuses(start(join(links, "copy"), [], env), /copy .* symbolic link/);
});

test("a wrong Java is refused with what is wrong with it", () => {
  const broken = javaHome(folder(), "#!/bin/sh\necho 'no such library' >&2\nexit 127\n");
  const old = javaHome(folder(), "#!/bin/sh\necho 'java version \"1.8.0_392\"' >&2\n");
  const told = javaHome();
  writeFileSync(join(told, "release"), 'IMPLEMENTOR="x"\nJAVA_VERSION="11.0.2"\n');
  const deaf = javaHome();
  chmodSync(join(deaf, "bin/java"), 0o644);
  const path = folder();
  for (const tool of ["sh", "readlink", "locale"]) {
    const found = spawnSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" });
    symlinkSync(found.stdout.trim(), join(path, tool));
  }
  for (const [env, sentence] of [
    [{ JAVA_HOME: "/no/such" }, /JAVA_HOME is "\/no\/such".* no bin\/java/],
    [{ JAVA_HOME: "/bin/sh" }, /JAVA_HOME is "\/bin\/sh"/],
    [{ JAVA_HOME: join(JAVA_HOME, "bin") }, /JAVA_HOME is/],
    [{ JAVA_HOME: "\\no\\tabs" }, /JAVA_HOME is "\\no\\tabs"/],
    [{ JAVA_HOME: deaf }, /JAVA_HOME is/],
    [{ JAVA_HOME: broken }, /does not run: no such library/],
    [{ JAVA_HOME: old }, /version 1\.8\.0_392; JDK 17 or newer is needed/],
    [{ JAVA_HOME: told }, /version 11\.0\.2; JDK 17/],
    [{ PATH: path }, /no Java on the path; install JDK 17/],
  ]) {
    assertRefuses(start(join(plain, MOCK), [], env), sentence);
    assertRefuses(start(join(plain, SUITE), RUN, env), sentence);
  }
});

test("a project that is not built, or below a folder with a colon, is refused", () => {
  const bare = project();
  unlinkSync(join(bare, "mock/target/datamart-mock.jar"));
  assertRefuses(start(join(bare, MOCK), [], { JAVA_HOME }), /mvn package/);
  const colon = project(join(folder(), "a:b"));
  assertRefuses(start(join(colon, MOCK), [], { JAVA_HOME }), /colon in its name/);
});

test("where no archive can be kept, the programs run without", () => {
  const file = join(folder(), "file");
  writeFileSync(file, "");
  const foreign = folder();
  if (process.getuid() === 0) chownSync(foreign, 65534, 65534);
  for (const env of [
    {}, // no home at all
    { HOME: "" },
    { HOME: "/proc" }, // which nobody can write to
    { DATAMART_CACHE: file },
    { DATAMART_CACHE: join(file, "below") },
    { DATAMART_CACHE: process.getuid() === 0 ? foreign : "/" },
    { DATAMART_CACHE: join(folder(), "a:b") },
  ]) {
    for (const [launcher, words] of [[MOCK, []], [SUITE, RUN]]) {
      assertStarts(start(join(plain, launcher), words, { JAVA_HOME, ...env }), words, false);
    }
  }
  assert.deepEqual(archives(foreign), []);
});

test("a full disk does not change how a run ends", () => {
  const bin = folder();
  script(join(bin, "df"), "#!/bin/sh\necho head\necho none 2048 2000 48 98% /\n");
  const env = { JAVA_HOME, DATAMART_CACHE: folder(), PATH: `${bin}:${process.env.PATH}` };
  assertStarts(start(join(plain, SUITE), RUN, env), RUN, false);
  assert.deepEqual(archives(env.DATAMART_CACHE), []);
});

test("an archive that was written to, is empty or of an earlier build is made anew", () => {
  const at = project();
  const env = { JAVA_HOME, HOME: folder() };
  const cache = join(env.HOME, ".cache/datamart");
  const again = () => assertStarts(start(join(at, MOCK), [], env), [], true);
  again();
  assert.equal(statSync(cache).mode & 0o777, 0o700);
  const [archive] = archives(cache);
  for (const damage of [
    () => appendFileSync(archive, "more"),
    () => writeFileSync(archive, "c"),
    () => writeFileSync(archive, "") ?? utimesSync(archive, 0, 0),
    () => unlinkSync(archive) ?? mkdirSync(archive),
  ]) {
    damage();
    again();
    assert.equal(statSync(archive).size, "classes\n".length);
    assert.deepEqual(archives(cache), [archive]);
  }
  const jar = join(at, "mock/target/datamart-mock.jar");
  unlinkSync(jar);
  writeFileSync(jar, "another jar");
  again();
  assert.equal(archives(cache).length, 2);
});

test("of a damaged archive the suite's short runs keep away", () => {
  const env = { JAVA_HOME, DATAMART_CACHE: folder() };
  const words = [...RUN, "--only", "X"];
  start(join(plain, SUITE), RUN, env);
  assertStarts(start(join(plain, SUITE), words, env), words, true);
  appendFileSync(archives(env.DATAMART_CACHE)[0], "more");
  assertStarts(start(join(plain, SUITE), words, env), words, false);
});

test("what killed starts left goes, what a living one is making stays", () => {
  const at = project();
  const env = { JAVA_HOME, DATAMART_CACHE: folder() };
  start(join(at, MOCK), [], env);
  const [archive] = archives(env.DATAMART_CACHE);
  const dead = spawnSync("true").pid;
  for (const maker of [dead, process.pid]) writeFileSync(`${archive}.${maker}.abcdef`, "half");
  unlinkSync(archive);
  assertStarts(start(join(at, MOCK), [], env), [], true);
  assert.deepEqual(archives(env.DATAMART_CACHE).sort(), [archive, `${archive}.${process.pid}.abcdef`]);
});

test("an archive of a run that ended early is not kept, and its exit code is the run's", () => {
  for (const [code, kept] of [[0, 1], [1, 1], [2, 0], [3, 0], [134, 0]]) {
    const env = { JAVA_HOME, DATAMART_CACHE: folder(), EXIT: String(code) };
    assert.equal(start(join(plain, SUITE), RUN, env).status, code);
    assert.equal(archives(env.DATAMART_CACHE).length, kept, `exit code ${code}`);
  }
});

test("starts at the same time leave one whole archive", async () => {
  const env = { ...process.env, JAVA_HOME, DATAMART_CACHE: join(folder(), "new") };
  const ended = Array.from({ length: 8 }, () => new Promise((resolve) => {
    spawn(join(plain, MOCK), [], { env, stdio: "ignore" }).on("exit", resolve);
  }));
  assert.deepEqual(await Promise.all(ended), Array(8).fill(0));
  const left = archives(env.DATAMART_CACHE);
  assert.equal(left.length, 1);
  assert.equal(statSync(left[0]).size, "classes\n".length);
});

test("a run that makes an archive has the standard input that it was given", () => {
  const reads = javaHome(folder(), "#!/bin/sh\n[ \"$1\" = -version ] && echo 'version \"21\"' || cat\n");
  const env = { JAVA_HOME: reads, DATAMART_CACHE: folder() };
  assert.equal(start(join(plain, SUITE), RUN, env, { input: "said" }).stdout, "said");
  const closed = start("sh", ["-c", 'exec "$0" "$@" <&-', join(plain, SUITE), ...RUN], env);
  assert.deepEqual([closed.status, closed.stderr], [0, ""]);
});
