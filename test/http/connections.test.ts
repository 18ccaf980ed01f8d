import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { connectTo, postBytes } from './support/raw.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const LAST = 'connection: close\r\n';

test('requests that come at once on a connection are carried out and answered one after the other', async () => {
  await using gateway = await startToyGateway();
  const started = once(gateway.events, 'slow');
  const socket = connectTo(gateway.url);
  socket.write(postBytes('{ slow }') + postBytes('mutation { poke }') + postBytes('{ hello }', LAST));
  const answers = text(socket);
  await started;
  await (await fetch(`${gateway.origin}/healthz`)).text();
  expect(gateway.calls).toEqual(['slow']);
  gateway.events.emit('release');
  expect((await answers).match(/\{"data".*\}\}/g)).toEqual([
    '{"data":{"slow":"done"}}',
    '{"data":{"poke":1}}',
    '{"data":{"hello":"world"}}',
  ]);
  expect(gateway.calls).toEqual(['slow', 'poke', 'hello']);
});

test('a connection with too many requests waiting is cut off, and none of them is carried out', async () => {
  await using gateway = await startToyGateway({ limits: { pipelined: 2 } });
  const [started, aborted] = ['slow', 'aborted'].map((event) => once(gateway.events, event));
  const socket = connectTo(gateway.url);
  socket.write(postBytes('{ slow }'));
  await started;
  socket.write(postBytes('mutation { poke }').repeat(3));
  await Promise.all([aborted, once(socket, 'close')]);
  await (await fetch(`${gateway.origin}/healthz`)).text();
  expect(gateway.calls).toEqual(['slow']);
});

test('what waits behind the last answer of a connection is not carried out', async () => {
  const gateway = await startToyGateway();
  const started = once(gateway.events, 'slow');
  const socket = connectTo(gateway.url);
  socket.write(postBytes('{ slow }') + postBytes('mutation { poke }'));
  const answers = text(socket);
  await started;
  const closed = gateway.close();
  gateway.events.emit('release');
  expect(await answers).toMatch(/connection: close.*\{"data":\{"slow":"done"\}\}$/is);
  await closed;
  expect(gateway.calls).toEqual(['slow']);
});

test.each([
  ['answers', postBytes(`{ echo(text: "${'x'.repeat(90_000)}") }`).repeat(200)],
  ['refusals', 'GET /nowhere HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(40_000)],
])(
  'whoever takes nothing of its answers is cut off: %s',
  async (_, requests) => {
    await using gateway = await startToyGateway({ limits: { connections: 1, stallMs: 500, pipelined: 100_000 } });
    const reader = connectTo(gateway.url);
    reader.pause();
    reader.write(requests);
    await once(reader, 'readable');
    await expect(fetch(`${gateway.origin}/healthz`)).rejects.toThrow();
    // There is one place, and so an answer only when the reader has lost it.
    await vi.waitFor(() => fetch(`${gateway.origin}/healthz`), { timeout: 50_000, interval: 100 });
    reader.destroy();
  },
  60_000,
);

test('connections beyond the limit are closed, and served again when another has gone', async () => {
  await using gateway = await startToyGateway({ limits: { connections: 1 } });
  const first = connectTo(gateway.url);
  await once(first, 'connect');
  await once(connectTo(gateway.url), 'close');
  first.destroy();
  await vi.waitFor(() => fetch(`${gateway.origin}/healthz`));
});
