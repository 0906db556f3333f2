// Type-checks and compiles the generated client with its tests, and runs them, one against the mock at MOCK_URL.
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
const tests = ['client.test.js', 'answers.test.js'].map((name) => path.join(output, 'typescript', name));
process.exit(spawnSync(process.execPath, ['--test', ...tests], { stdio: 'inherit' }).status ?? 1);
