// What the tests of the launchers share: folders that go at the end, and a project whose Java is a
// shell script, in which a start takes no time and shows the words that Java was given.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
export const MOCK = "mock/bin/datamart-mock";
export const SUITE = "conformance-tests/bin/datamart-conformance";

/** Prints its words; leaves an archive where told to, or waits for its end where $STARTED is a pipe. */
const JAVA = `#!/bin/sh
[ "$1" != -version ] || { echo 'openjdk version "17.0.1" 2021-10-19' >&2; exit; }
for word; do
  case $word in
    -XX:ArchiveClassesAtExit=*)
      [ -z "\${STARTED:-}" ] || { echo $$ >"$STARTED"; exec tail -f /dev/null; }
      echo classes >"\${word#*=}" ;;
  esac
done
printf '<%s>\\n' "$@"
exit \${EXIT:-0}
`;

export function folder() {
  const made = realpathSync(mkdtempSync(join(tmpdir(), "datamart-launcher-")));
  after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Writes an executable script and gives its path. */
export function script(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

/** A copy of what the launchers need, with jars that are none unless `jars` is given. */
export function project(at = folder(), jars = undefined) {
  for (const part of ["launcher", "mock/bin", "conformance-tests/bin"]) {
    cpSync(join(root, part), join(at, part), { recursive: true });
  }
  for (const jar of [MOCK, SUITE].map((launcher) => `${launcher}.jar`.replace("bin", "target"))) {
    mkdirSync(dirname(join(at, jar)), { recursive: true });
    if (jars) cpSync(join(root, jar), join(at, jar));
    else writeFileSync(join(at, jar), "a jar");
  }
  return at;
}

/** The Java that is a script, as a JAVA_HOME. */
export function javaHome(at = folder(), text = JAVA) {
  script(join(at, "bin/java"), text);
  return at;
}

/** The surroundings of a start: nothing of the caller's but the path. */
export function surroundings(more = {}) {
  return { PATH: process.env.PATH, ...more };
}

export function start(launcher, words, env, more = {}) {
  return spawnSync(launcher, words, { env: surroundings(env), encoding: "utf8", ...more });
}
