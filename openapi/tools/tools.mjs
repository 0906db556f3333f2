// Reads the built documents with people's tools from npm: linters, parsers, a type generator, a mock server.
import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed, run } from '../npm.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const complete = '../openapi.yaml';
const documents = [complete, '../openapi-recommended.yaml'];
const prismScript = path.join(here, 'node_modules/@stoplight/prism-cli/dist/index.js');

function succeeds(script, ...options) {
  const result = run(here, script, ...options);
  assert.equal(result.status, 0, `${script} ${options.join(' ')}\n${result.stdout}${result.stderr}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts Prism on the document, hands its origin to the question, and ends it. */
async function withPrism(question) {
  const port = await freePort();
  const prism = spawn(process.execPath, [prismScript, 'mock', '-h', '127.0.0.1', '-p', String(port), complete], { cwd: here });
  let said = '';
  try {
    await new Promise((resolve, reject) => {
      const listen = (chunk) => (said += chunk).includes('Prism is listening') && resolve();
      prism.stdout.on('data', listen);
      prism.stderr.on('data', listen);
      prism.on('exit', () => reject(new Error(`Prism ended.\n${said}`)));
      setTimeout(() => reject(new Error(`Prism did not start.\n${said}`)), 60_000).unref();
    });
    await question(`http://127.0.0.1:${port}`);
  } finally {
    prism.kill();
  }
}

async function statusOfCreate(origin, body) {
  const response = await fetch(`${origin}/api/v2/data-app/datamarts`, {
    method: 'POST',
    headers: { authorization: 'Bearer a-token', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.text();
  return response.status;
}

const relationship = {
  parentTableName: 'customers',
  parentColumnName: 'id',
  childTableName: 'orders',
  childColumnName: 'customer_id',
  relationshipName: 'customer-orders',
};
const datamart = {
  name: 'sales',
  datasourceName: 'acme-postgres',
  tableList: [{ name: 'orders', label: '', clientColumn: null, columns: [{ name: 'amount', alias: null }] }],
  tenancySettings: null,
  relationships: [{ ...relationship, cardinality: 'OneToMany', join: null }],
};
const wrong = [
  { name: '', datasourceName: 5 },
  { ...datamart, tableList: [] },
  { ...datamart, tableList: [{ ...datamart.tableList[0], schemaName: '' }] },
  { ...datamart, relationships: [{ ...relationship, cardinality: 'Many' }] },
  { ...datamart, tenancySettings: { tenancyLevel: 'ROW' } },
];

installed(here);
for (const document of documents) {
  succeeds('@redocly/cli/bin/cli.js', 'lint', '--extends=recommended-strict', document);
}
const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
for (const document of documents) {
  await SwaggerParser.validate(path.join(here, document));
}
mkdirSync(path.join(here, 'target'), { recursive: true });
succeeds('openapi-typescript/bin/cli.js', complete, '--output', 'target/schema.ts');
writeFileSync(
  path.join(here, 'target/tsconfig.json'),
  JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', types: [] },
    files: ['schema.ts', 'typescript-fetch/index.ts'],
  }),
);
succeeds('typescript/bin/tsc', '--project', 'target');
await withPrism(async (origin) => {
  assert.equal(await statusOfCreate(origin, datamart), 200, 'Prism refuses a right body.');
  for (const body of wrong) {
    assert.equal(await statusOfCreate(origin, body), 400, `Prism takes ${JSON.stringify(body)}`);
  }
});
console.log('Redocly, swagger-parser, openapi-typescript, typescript-fetch and Prism read the documents right.');
