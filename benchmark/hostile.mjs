// What good callers notice of bad ones: availability and latency of a mock that is attacked, as a table.
//   node benchmark/hostile.mjs [seconds]        (the mock's jar must be built; only the loopback address is used)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { fileURLToPath } from 'node:url';

const TOKEN = '11111111-1111-4111-8111-111111111111';
const HEAD = ` HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${TOKEN}\r\n`;
const jar = fileURLToPath(new URL('../mock/target/datamart-mock.jar', import.meta.url));

/** Each keeps so many sockets busy: what it says at first, and what it says again and again. */
const ATTACKS = {
  'nobody': { sockets: 0 },
  'slow: 500 heads, a byte a second': { sockets: 500, first: 'GET /api/v2/data-a', again: 'x', millis: 1_000 },
  'slow: 500 bodies, a byte a second': {
    sockets: 500,
    first: `POST /api/v2/data-app${HEAD}Content-Length: 50000\r\n\r\n`,
    again: 'x',
    millis: 1_000,
  },
  'silent: 1,000 connections': { sockets: 1_000, first: '' },
  'endless: 500 bodies of 1 MB without a token': {
    sockets: 500,
    first: `POST /nope HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n${'x'.repeat(200_000)}`,
    millis: 1_000,
    renew: true,
  },
  'flooding: 20 connections, 500 requests ahead': {
    sockets: 20,
    first: `GET /api/v2/workspace${HEAD}\r\n`.repeat(500),
    again: `GET /api/v2/workspace${HEAD}\r\n`.repeat(500),
    millis: 1_000,
  },
  'malformed: 200 connections, each again and again': {
    sockets: 200,
    first: `POST /api/v2/data-app${HEAD}Transfer-Encoding: cats\r\n\r\nDELETE /x HTTP/1.1\r\n\r\n`,
    millis: 200,
    renew: true,
  },
  'deaf: 50 connections that do not read': {
    sockets: 50,
    first: `GET /api/v2/data-app/datamarts${HEAD}\r\n`.repeat(400),
    deaf: true,
  },
  'control plane: 3 archives of the journal at once': {
    sockets: 3,
    first: 'GET /__mock/journal/har?limit=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n',
    again: 'GET /__mock/journal/har?limit=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n',
    millis: 1_000,
  },
};

if (process.argv[2] === 'attack') {
  attack(ATTACKS[process.argv[3]], Number(process.argv[4]));
} else {
  await main(Number(process.argv[2] ?? 10));
}

function attack({ sockets, first, again, millis, renew, deaf }, port) {
  const open = () => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(first));
    let isOver = false;
    socket.on('error', () => {});
    socket.on('close', () => {
      isOver = true;
      if (!renew) setTimeout(open, 1_000);
    });
    if (deaf) socket.pause();
    else socket.resume();
    if (again) setInterval(() => isOver || socket.write(again), millis);
    if (renew) {
      setTimeout(() => {
        socket.destroy();
        open();
      }, millis);
    }
  };
  for (let i = 0; i < sockets; i++) open();
}

async function main(seconds) {
  const mock = spawn('java', ['-Xmx512m', '-jar', jar, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [ready] = await once(mock.stdout, 'data');
  const port = Number(/:(\d+)/.exec(String(ready))[1]);
  mock.stdout.resume();
  await measured(port, 3);
  console.log('| Beside good callers | Calls | Answered | p50 | p99 | Longest |\n|---|---|---|---|---|---|');
  for (const [name, { sockets }] of Object.entries(ATTACKS)) {
    const attacker =
      sockets > 0 ? spawn(process.execPath, [process.argv[1], 'attack', name, String(port)], { stdio: 'inherit' }) : null;
    if (attacker) await new Promise((resolve) => setTimeout(resolve, 1_500));
    const { times, failed } = await measured(port, seconds);
    attacker?.kill('SIGKILL');
    const at = (share) => `${times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1)} ms`;
    const answered = ((100 * times.length) / (times.length + failed)).toFixed(2);
    console.log(`| ${name} | ${times.length + failed} | ${answered} % | ${at(0.5)} | ${at(0.99)} | ${at(1)} |`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  mock.kill();
}

/** A caller that lists, creates and deletes, one call after another, for so many seconds. */
async function measured(port, seconds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const times = [];
  let failed = 0;
  const end = performance.now() + seconds * 1_000;
  for (let i = 0; performance.now() < end; i++) {
    const start = performance.now();
    const name = `hostile-${i - (i % 3)}`;
    const calls = [
      ['GET', '/api/v2/data-app/datamarts?isPagination=true'],
      ['POST', '/api/v2/data-app', JSON.stringify({ name })],
      ['DELETE', `/api/v2/data-app?name=${name}`],
    ];
    const status = await call(agent, port, ...calls[i % 3]).catch(() => 0);
    if (status === 200) times.push(performance.now() - start);
    else failed++;
  }
  agent.destroy();
  times.sort((a, b) => a - b);
  return { times, failed };
}

function call(agent, port, method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${TOKEN}`, ...(body ? { 'content-type': 'application/json' } : {}) };
    const request = http.request({ agent, port, host: '127.0.0.1', method, path, headers, timeout: 10_000 }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
      answer.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', reject);
    request.end(body);
  });
}
