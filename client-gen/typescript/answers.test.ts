import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { Configuration, DatamartsApi, FetchError, ResponseError } from '../target/generated-sources/typescript/index.js';

const utf8 = new TextEncoder();
const token = '11111111-1111-4111-8111-111111111111';
const isNoList = 'listDatamarts was answered with 200, but the body (application/json) is no ListDatamartsResponse: ';

/** Answers every request with the same bytes and closes; hands out the first lines of the requests. */
async function withService<T>(answer: Uint8Array | string, use: (basePath: string, requests: string[]) => Promise<T>) {
  const requests: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (data) => {
      requests.push(data.toString().split('\r\n')[0] ?? '');
      socket.end(answer);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests);
  } finally {
    server.close();
  }
}

function answerOf(status: number, type: string, body: Uint8Array | string): Uint8Array {
  const bytes = typeof body === 'string' ? utf8.encode(body) : body;
  const length = status === 204 ? '' : `Content-Length: ${bytes.length}\r\n`;
  const head = `HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\n${length}Connection: close\r\n\r\n`;
  return Uint8Array.of(...utf8.encode(head), ...bytes);
}

async function failureOf<E>(type: new (...parameters: never[]) => E, call: Promise<unknown>): Promise<E> {
  const error = await call.then(() => assert.fail('The call succeeded.'), (thrown: unknown) => thrown);
  assert.ok(error instanceof type, inspect(error));
  return error;
}

function datamartsAt(basePath: string, accessToken = token): DatamartsApi {
  return new DatamartsApi(new Configuration({ basePath, accessToken }));
}

function listFailure(status: number, type: string, body: Uint8Array | string): Promise<ResponseError> {
  return withService(answerOf(status, type, body), (basePath) =>
    failureOf(ResponseError, datamartsAt(basePath).listDatamarts()),
  );
}

test('slashes at the end of the base path make no difference', async () => {
  for (const slashes of ['', '/', '///', '/prefix/']) {
    await withService(answerOf(200, 'application/json', '{"data":[]}'), async (basePath, requests) => {
      assert.deepEqual((await datamartsAt(basePath + slashes).listDatamarts()).data, []);
      const prefix = slashes === '/prefix/' ? '/prefix' : '';
      assert.deepEqual(requests, [`GET ${prefix}/api/v2/data-app/datamarts HTTP/1.1`]);
    });
  }
});

test('a refusal says operation, status, code and message, and keeps the response', async () => {
  const body = '{"error":{"code":"INVALID_REQUEST_BODY","message":"Datamart not found","status":400}}';
  await withService(answerOf(400, 'application/json', body), async (basePath) => {
    const refusal = await failureOf(ResponseError, datamartsAt(basePath).deleteDatamart({ datamartName: 'x' }));

    assert.equal(refusal.message, 'deleteDatamart was answered with 400 INVALID_REQUEST_BODY: Datamart not found');
    assert.equal(refusal.name, 'ResponseError');
    assert.equal(refusal.operation, 'deleteDatamart');
    assert.equal(refusal.status, 400);
    assert.equal(refusal.code, 'INVALID_REQUEST_BODY');
    assert.equal(refusal.errorMessage, 'Datamart not found');
    assert.equal(refusal.body, body);
    assert.equal(await refusal.response.text(), body);
  });
});

test('a refusal without the envelope still has its status and body', async () => {
  const refusal = await listFailure(502, 'text/html', '<html>Bad gateway</html>');

  assert.equal(refusal.message, 'listDatamarts was answered with 502 no error code: no message');
  assert.deepEqual([refusal.status, refusal.code, refusal.body], [502, undefined, '<html>Bad gateway</html>']);
});

test('an answer without a body is an error with its status', async () => {
  for (const status of [200, 204]) {
    const failure = await listFailure(status, 'application/json', '');
    assert.equal(failure.message, `${isNoList}it is empty`.replace('200', String(status)));
    assert.deepEqual([failure.status, failure.body], [status, '']);
  }
});

test('HTML, broken JSON and JSON of another shape are errors with what came', async () => {
  const cases: Array<[string, string]> = [
    ['<html>Please log in</html>', 'it is no JSON: '],
    ['{"data":[{"name":"sal', 'it is no JSON: '],
    ['{"data":[]}{"data":[]}', 'it is no JSON: '],
    ['[]', 'it is no object, or lacks a member'],
    ['"data"', 'it is no object, or lacks a member'],
    ['null', 'it is no object, or lacks a member'],
    ['{}', 'it is no object, or lacks a member'],
    ['{"data":null}', ''],
    ['{"data":{}}', ''],
  ];
  for (const [body, why] of cases) {
    const failure = await listFailure(200, 'application/json', body);
    assert.ok(failure.message.startsWith(isNoList + why), `${body}: ${failure.message}`);
    assert.deepEqual([failure.status, failure.operation, failure.body], [200, 'listDatamarts', body]);
    assert.equal(failure.response.headers.get('Content-Type'), 'application/json');
  }
});

test('something else where a point in time belongs is an error', async () => {
  for (const value of ['1716712345678', '1716712345', '"1716712345678"', '""', '"yesterday"', '"2024-13-26T10:00:00Z"', 'true', '{}']) {
    const body = `{"data":[{"name":"sales","createdAt":${value}}]}`;
    const failure = await listFailure(200, 'application/json', body);
    assert.ok(failure.message.startsWith(isNoList), failure.message);
    assert.ok(failure.message.endsWith(' is no point in time in ISO 8601'), failure.message);
    assert.equal(failure.body, body);
  }
});

test('bytes that are no UTF-8 are an error, a byte order mark is none', async () => {
  const latin1 = Uint8Array.from('{"data":[{"name":"Verk\u00e4ufe"}]}', (letter) => letter.charCodeAt(0));
  assert.match((await listFailure(200, 'application/json', latin1)).message, /it is no JSON/);
  const marked = answerOf(200, 'text/plain', '\uFEFF{"id":"\u00e4"}');
  await withService(marked, async (basePath) => {
    assert.equal((await datamartsAt(basePath).deleteDatamart({ datamartName: '\u00e4' })).id, '\u00e4');
  });
});

test('network errors keep their cause', async () => {
  const closed = await withService('', async (basePath) => basePath);
  const refused = await failureOf(FetchError, datamartsAt(closed).listDatamarts());
  assert.match(refused.message, /^listDatamarts brought no answer: fetch failed \(.*ECONNREFUSED/);
  assert.equal((refused.cause.cause as { code: string }).code, 'ECONNREFUSED');

  const silent = await withService('', async (basePath, requests) => {
    const error = await failureOf(FetchError, datamartsAt(basePath).listDatamarts());
    assert.equal(requests.length, 1, 'nothing is repeated');
    return error;
  });
  assert.match(silent.message, /^listDatamarts brought no answer: fetch failed \(.+\)/);

  const cut = 'HTTP/1.1 200 OK\r\nX-Id: 7\r\nContent-Length: 100\r\n\r\n{"data":[';
  const broken = await withService(cut, (basePath) => failureOf(ResponseError, datamartsAt(basePath).listDatamarts()));
  assert.match(broken.message, /^listDatamarts was answered with 200, but the body broke off: /);
  assert.deepEqual([broken.status, broken.body, broken.response.headers.get('X-Id')], [200, undefined, '7']);
  assert.ok(broken.cause instanceof Error);
});

test('a token that no header can carry is refused without being shown', async () => {
  for (const wrong of ['\n', '\r', '\r\n', ' ', '\t', '\u0000', '\u00e9', '\u20ac']) {
    for (const bad of [token + wrong, token + wrong + token]) {
      if (wrong === ' ' && bad !== token + wrong) continue;
      const error = await failureOf(TypeError, datamartsAt('http://127.0.0.1:1', bad).listDatamarts());
      assert.match(error.message, /^listDatamarts was not sent: the header Authorization has U\+[0-9A-F]{4} at position \d+, /);
      assert.ok(!inspect(error, { depth: 9 }).includes(token));
    }
  }
});

test('half of a character is refused in a query and in a body', async () => {
  const datamarts = datamartsAt('http://127.0.0.1:1');
  for (const name of ['\ud83d', 'a\ude00b', '\ude00\ud83d']) {
    const inQuery = await failureOf(TypeError, datamarts.deleteDatamart({ datamartName: name }));
    assert.match(inQuery.message, /^deleteDatamart was not sent: datamartName has U\+D[0-9A-F]{3} at position \d, which is half/);
    const request = { name, datasourceName: 'x', tableList: [] };
    const inBody = await failureOf(TypeError, datamarts.createDatamart({ createDatamartRequest: request }));
    assert.match(inBody.message, /^createDatamart was not sent: name has U\+D[0-9A-F]{3} at position \d, which is half/);
  }
});

test("a stranger's text is cut and cannot steer a terminal", async () => {
  const text = `\\u001b]0;x\\u0007\\u009b2J\\u202e${'x'.repeat(9000)}`;
  const refusal = await listFailure(400, 'application/json', `{"error":{"code":"X","message":"${text}"}}`);

  assert.ok(refusal.message.length < 600);
  assert.doesNotMatch(refusal.message, /[\p{Cc}\p{Cf}]/u);
  assert.ok((refusal.errorMessage ?? '').length > 9000);
});
