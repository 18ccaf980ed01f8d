import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { connectTo, postBytes } from './support/raw.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const [WEB, APP] = ['web-key-0123456789', 'app-key-0123456789'].map((key) => `Bearer ${key}`);
const config = { apiKeys: ['web:web-key-0123456789', 'app:app-key-0123456789'] };
const HELLO = postBytes('{ hello }', `authorization: ${WEB}\r\n`);
const POKE = postBytes('mutation { poke }', `authorization: ${APP}\r\nconnection: close\r\n`);
const CROWD = 100;
/** How much of it may have begun before another client's request. */
const FEW = 8;

/** Whatever looks at the clock takes a millisecond: a crowd is more than fits into a turn, on any machine. */
function slowMachine(): Disposable {
  const real = performance.now();
  let looks = 0;
  const now = vi.spyOn(performance, 'now').mockImplementation(() => {
    looks += 1;
    return real + looks;
  });
  return { [Symbol.dispose]: () => now.mockRestore() };
}

/** A connection that was made and has been answered. */
async function connected(url: string) {
  const socket = connectTo(url);
  socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

test('a client with requests on many connections does not make another wait for all of them', async () => {
  await using gateway = await startToyGateway({ config });
  using _ = slowMachine();
  const crowd = await Promise.all(Array.from({ length: CROWD }, () => connected(gateway.url)));
  const other = await connected(gateway.url);
  for (const socket of crowd) socket.write(HELLO);
  other.write(POKE);
  const answers = Promise.all(crowd.map((socket) => once(socket, 'data')));
  expect(await text(other)).toContain('{"data":{"poke":1}}');
  await answers;
  expect(gateway.calls.indexOf('poke')).toBeLessThan(FEW);
  for (const socket of crowd) socket.destroy();
});

test('nor does one with many messages on a WebSocket', async () => {
  await using gateway = await startToyGateway({ config });
  using _ = slowMachine();
  const socket = new WebSocket(gateway.url.replace('http', 'ws'), 'graphql-transport-ws', {
    headers: { authorization: WEB },
  });
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  const other = await connected(gateway.url);
  const completed = Promise.withResolvers<void>();
  let open = CROWD;
  socket.on('message', (data) => {
    if (String(data).includes('"complete"')) open -= 1;
    if (open === 0) completed.resolve();
  });
  for (let id = 0; id < CROWD; id += 1) {
    socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query: '{ hello }' } }));
  }
  other.write(POKE);
  expect(await text(other)).toContain('{"data":{"poke":1}}');
  await completed.promise;
  expect(gateway.calls.indexOf('poke')).toBeLessThan(FEW);
  expect(gateway.calls.length).toBe(CROWD + 1);
  socket.close();
});
