// Lints both documents by the rules of .spectral.yaml, then breaks each house rule once in openapi.yaml to see that it
// would be noticed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { breakages } from './lint-breakages.mjs';
import { installed, run } from './npm.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const spectral = '@stoplight/spectral-cli/dist/index.js';

function lint(document, ...options) {
  return run(here, spectral, 'lint', document, '--ruleset', '.spectral.yaml', '--fail-severity=warn', ...options);
}

function fail(text) {
  console.error(text);
  process.exit(1);
}

/** Answers the house rules that a document with one breakage of each does not redden. */
function sleepingRules(document) {
  const rules = [...readFileSync(path.join(here, '.spectral.yaml'), 'utf8').matchAll(/^ {2}([a-z-]+):\n {4}message/gm)];
  const folder = mkdtempSync(path.join(tmpdir(), 'lint-'));
  try {
    const broken = path.join(folder, 'broken.yaml');
    writeFileSync(broken, breakages.reduce((text, { from, to }) => replaced(text, from, to), document));
    const found = new Set(JSON.parse(lint(broken, '--format=json', '--quiet').stdout).map((result) => result.code));
    return rules.map(([, rule]) => rule).filter((rule) => !found.has(rule));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function replaced(text, from, to) {
  if (!text.includes(from)) {
    fail(`lint-breakages.mjs wants to break what openapi.yaml does not have: ${from}`);
  }
  return text.replace(from, to);
}

installed(here);
for (const document of ['openapi.yaml', 'openapi-recommended.yaml']) {
  const result = lint(document);
  if (result.status !== 0) {
    fail(result.stdout + result.stderr);
  }
}
const asleep = sleepingRules(readFileSync(path.join(here, 'openapi.yaml'), 'utf8'));
if (asleep.length > 0) {
  fail(`These house rules did not notice that they were broken: ${asleep.join(', ')}.`);
}
console.log('Both documents keep the house rules.');
