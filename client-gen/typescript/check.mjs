// Type-checks and compiles the generated client with its test, and runs the test against the mock at MOCK_URL.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed, run } from '../../openapi/npm.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.join(here, '..', 'target', 'typescript');

installed(here);
rmSync(output, { recursive: true, force: true });
const compiled = run(here, 'typescript/bin/tsc', '--project', '.');
if (compiled.status !== 0) {
  console.error(compiled.stdout + compiled.stderr);
  process.exit(1);
}
writeFileSync(path.join(output, 'package.json'), '{ "type": "module" }\n');
const test = path.join(output, 'typescript', 'client.test.js');
process.exit(spawnSync(process.execPath, ['--test', test], { stdio: 'inherit' }).status ?? 1);
