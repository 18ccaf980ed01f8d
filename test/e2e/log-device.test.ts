import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openPipe } from '../support/open-pipe.ts';
import { type GatewayProcess, spawnGateway } from '../support/spawn-gateway.ts';

// The real process, with a log that nobody can write.

test('a full log device: every request is answered over HTTP and WebSocket, and SIGTERM ends the process', async () => {
  const full = openSync('/dev/full', 'w');
  await using gateway = spawnGateway({ PORT: '0' }, full);
  closeSync(full);
  await answersAsAlways(gateway);
});

test('a full pipe that nobody reads: every request is answered, and SIGTERM ends the process', async () => {
  using pipe = openPipe();
  pipe.fill();
  const end = pipe.openEnd();
  await using gateway = spawnGateway({ PORT: '0' }, end);
  closeSync(end);
  await answersAsAlways(gateway);
});

test('a pipe whose reader is gone: every request is answered, and SIGTERM ends the process', async () => {
  await using gateway = spawnGateway({ PORT: '0' });
  await gateway.url;
  gateway.process.stderr?.destroy();
  await answersAsAlways(gateway);
});

test('a full standard output, where the first screen should go, keeps nobody from starting', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  probe.close();
  const full = openSync('/dev/full', 'w');
  const main = join(import.meta.dirname, '../../src/start.js');
  const child = spawn(process.execPath, [main], {
    env: { PORT: String(port), CONSOLE: 'off' },
    stdio: ['ignore', full, 'ignore'],
  });
  closeSync(full);
  await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/healthz`), { timeout: 15_000 });
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

test('lines that find no room are counted, and the count is told when the reader reads again', async () => {
  using pipe = openPipe();
  const end = pipe.openEnd();
  const child = logFrom(
    end,
    "for (let n = 0; n < 30_000; n += 1) log.info({ n }, 'a line of the log'); process.send('logged');",
  );
  closeSync(end);
  await once(child, 'message');
  const text = await pipe.readUntil('are lost');
  const lines: { readonly n?: number; readonly lines?: number }[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const written = lines.filter(({ n }) => n !== undefined).length;
  expect(lines.at(-1)).toMatchObject({ level: 'warn', lines: 30_000 - written });
  expect(written).toBeGreaterThan(1_000);
  expect(written).toBeLessThan(30_000);
  child.kill();
});

test.each([
  ['a file', (path: string) => openSync(path, 'w')],
  ['a pipe', () => 'pipe' as const],
])('the last words before an exit are in the log: %s', async (_, open) => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'));
  const path = join(folder, 'log');
  const child = logFrom(open(path), "log.info('first'); log.info('second'); log.fatal('third'); process.exit(3);");
  let piped = '';
  child.stderr?.on('data', (chunk) => {
    piped += chunk;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(3);
  const text = piped || readFileSync(path, 'utf8');
  expect(text.match(/first|second|third/g)?.sort()).toEqual(['first', 'second', 'third']);
  rmSync(folder, { recursive: true });
});

/** Exports a link and asks for it in ways that log, then ends the process. */
async function answersAsAlways(gateway: GatewayProcess): Promise<void> {
  const url = await gateway.url;
  const query = 'mutation { exportChatInvite(input: {peer: "sandbox_community"}) { __typename } }';
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) };
  for (let n = 0; n < 3; n += 1) {
    const answer = await fetch(url, init);
    expect(await answer.json()).toEqual({ data: { exportChatInvite: { __typename: 'ExportedChatInvite' } } });
  }
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send('{"type":"subscribe","id":"1","payload":{"query":"{ __typename }"}}');
  expect(String((await once(socket, 'message'))[0])).toContain('"__typename":"Query"');
  socket.terminate();
  expect((await fetch(new URL('/healthz', url))).status).toBe(200);
  gateway.process.kill('SIGTERM');
  expect((await gateway.exit).code).toBe(0);
}

/** A process that logs to this descriptor. */
function logFrom(stderr: number | 'pipe', script: string): ChildProcess {
  const log = new URL('../../src/base/log.ts', import.meta.url);
  const source = `import { createLogger } from ${JSON.stringify(log.href)}; const log = createLogger({ level: 'info' }); ${script}`;
  return spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'ignore', stderr, 'ipc'],
  });
}
