import { once } from 'node:events';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startToyGateway } from './support/toy-gateway.ts';

// 200 MB if nothing held them back. The kernel's own buffers hold a few MB for a reader that has stopped.
const COUNT = 50_000;
const SIZE = 4_000;
const FLOOD = `subscription { flood(count: ${COUNT}, size: ${SIZE}) }`;
const HELD_BACK = 20_000_000 / SIZE;

test('server-sent events: a client that stops reading stops the source, and is cut off', async () => {
  await using gateway = await startToyGateway({ limits: { stallMs: 400 } });
  const ended = once(gateway.events, 'flood ended');
  const outgoing = request(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
  });
  outgoing.end(JSON.stringify({ query: FLOOD }));
  const [response] = await once(outgoing, 'response');
  response.pause();
  await ended;
  expect(gateway.taken).toBeGreaterThan(10);
  expect(gateway.taken).toBeLessThan(HELD_BACK);
  response.resume();
  await expect(once(response, 'end')).rejects.toThrow('aborted');
});

test('a WebSocket: a client that stops reading stops the source, and is cut off', async () => {
  await using gateway = await startToyGateway({ limits: { keepAliveMs: 400 } });
  const ended = once(gateway.events, 'flood ended');
  const socket = new WebSocket(gateway.url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: FLOOD } }));
  await once(socket, 'message');
  socket.pause();
  await ended;
  expect(gateway.taken).toBeGreaterThan(10);
  expect(gateway.taken).toBeLessThan(HELD_BACK);
  const closed = once(socket, 'close');
  socket.resume();
  expect((await closed)[0]).toBe(1006);
});

test('a WebSocket: events of many subscriptions that pile up unread close it with 1013', async () => {
  await using gateway = await startToyGateway({ limits: { socketBufferBytes: 100_000 } });
  const socket = new WebSocket(gateway.url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  const closed = once(socket, 'close');
  // Each event is more than the kernel takes at once.
  const payload = { query: 'subscription { flood(count: 1000, size: 4000000) }' };
  for (const id of ['1', '2', '3', '4']) socket.send(JSON.stringify({ type: 'subscribe', id, payload }));
  const [code, reason] = await closed;
  expect([code, String(reason)]).toEqual([1013, 'The messages are not read fast enough.']);
  expect(gateway.taken).toBeLessThan(20);
});
