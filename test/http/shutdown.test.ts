import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { post } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

test('a request in flight is answered, and its connection closed', async () => {
  const gateway = await startToyGateway();
  const started = once(gateway.events, 'slow');
  const answer = post(gateway.url, '{ slow }');
  await started;
  const closed = gateway.close();
  gateway.events.emit('release');
  const { body, headers } = await answer;
  expect(body).toEqual({ data: { slow: 'done' } });
  expect(headers.get('connection')).toBe('close');
  await closed;
});

test('new connections are refused at once', async () => {
  const gateway = await startToyGateway();
  const started = once(gateway.events, 'slow');
  const answer = post(gateway.url, '{ slow }');
  await started;
  const closed = gateway.close();
  await expect(fetch(`${gateway.origin}/healthz`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  gateway.events.emit('release');
  await answer;
  await closed;
});

test('a connection that was open already: readyz says 503, operations are refused unexecuted', async () => {
  const gateway = await startToyGateway();
  const { port } = new URL(gateway.url);
  const socket = connect(Number(port), '127.0.0.1');
  const body = '{"query":"{ slow }"}';
  const lines = [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${body.length}`,
  ];
  const started = once(gateway.events, 'slow');
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  await started;
  const second = connect(Number(port), '127.0.0.1');
  // The head of a second request has arrived, its body is still on the way.
  second.write(`${lines.join('\r\n').replace('/graphql', '/readyz')}\r\n`);
  const answers = [text(socket), text(second)];
  await fetch(`${gateway.origin}/healthz`);
  const closed = gateway.close();
  second.write(`\r\n${body}`);
  const readiness = await answers[1];
  expect(readiness).toMatch(/^HTTP\/1\.1 503 /);
  expect(readiness).toContain('"reason":"The gateway is shutting down."');
  gateway.events.emit('release');
  expect(await answers[0]).toContain('{"data":{"slow":"done"}}');
  await closed;
});

test('a running subscription is ended with complete', async () => {
  const gateway = await startToyGateway();
  const waits = once(gateway.events, 'ticks waits');
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { ticks }' }),
  });
  const stream = response.text();
  await waits;
  await gateway.close();
  const events = (await stream).split('\n').filter((line) => line !== '' && line !== ':');
  expect(events).toEqual(['event: next', 'data: {"data":{"ticks":1}}', 'event: complete', 'data:']);
});

test('a WebSocket: what runs is finished or completed, nothing new begins, then 1001', async () => {
  const gateway = await startToyGateway();
  const socket = await openWebSocket(gateway.url);
  const messages: unknown[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  const started = Promise.all([once(gateway.events, 'slow'), once(gateway.events, 'ticks waits')]);
  for (const [id, query] of Object.entries({ query: '{ slow }', subscription: 'subscription { ticks }' }))
    socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query } }));
  await started;
  const closed = gateway.close();
  const refused = once(socket, 'message');
  socket.send(JSON.stringify({ type: 'subscribe', id: 'late', payload: { query: '{ hello }' } }));
  await refused;
  while (!messages.some((message) => JSON.stringify(message).includes('SHUTTING_DOWN'))) await once(socket, 'message');
  const left = once(socket, 'close');
  gateway.events.emit('release');
  const [code] = await left;
  expect(code).toBe(1001);
  await closed;
  expect(messages).toEqual([
    { id: 'subscription', type: 'next', payload: { data: { ticks: 1 } } },
    { id: 'subscription', type: 'complete' },
    { id: 'late', type: 'error', payload: [expect.objectContaining({ extensions: { code: 'SHUTTING_DOWN' } })] },
    { id: 'query', type: 'next', payload: { data: { slow: 'done' } } },
    { id: 'query', type: 'complete' },
  ]);
  expect(gateway.calls).not.toContain('hello');
});

test('an upgrade on a connection that was open already: 503', async () => {
  const gateway = await startToyGateway();
  const started = once(gateway.events, 'slow');
  const answer = post(gateway.url, '{ slow }');
  await started;
  const upgrading = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  upgrading.write('GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n');
  const refusal = text(upgrading);
  await fetch(`${gateway.origin}/healthz`);
  const closed = gateway.close();
  upgrading.write('\r\n');
  expect(await refusal).toMatch(/^HTTP\/1\.1 503 .*"code":"SHUTTING_DOWN"/s);
  gateway.events.emit('release');
  await answer;
  await closed;
});

test('a WebSocket whose client does not close is cut off by the shutdown deadline', async () => {
  const gateway = await startToyGateway({ limits: { shutdownDeadlineMs: 50 } });
  const socket = await openWebSocket(gateway.url);
  socket.pause();
  await gateway.close();
  const closed = once(socket, 'close');
  socket.resume();
  await closed;
  expect(gateway.lines.find(({ level }) => level === 'warn')).toMatchObject({ requests: 0, webSockets: 1 });
});

test('connections that wait for nothing do not hold it up: kept alive, or opened ahead of need', async () => {
  const gateway = await startToyGateway();
  const agent = new Agent({ keepAlive: true });
  const [response] = await once(request(`${gateway.origin}/healthz`, { agent }).end(), 'response');
  await text(response);
  const ahead = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  await once(ahead, 'connect');
  ahead.on('error', () => {});
  await gateway.close();
  agent.destroy();
  ahead.destroy();
});

test('a request that never ends is cut off by the shutdown deadline', async () => {
  const gateway = await startToyGateway({ limits: { shutdownDeadlineMs: 50 } });
  const started = once(gateway.events, 'slow');
  const aborted = once(gateway.events, 'aborted');
  const answer = post(gateway.url, '{ slow }');
  answer.catch(() => {});
  await started;
  await gateway.close();
  await aborted;
  await expect(answer).rejects.toThrow();
  expect(gateway.lines[0]).toMatchObject({ level: 'warn', requests: 1 });
});

test('closing twice is closing once', async () => {
  const gateway = await startToyGateway();
  expect(gateway.close()).toBe(gateway.close());
  await gateway.close();
});

test('nothing is left open', async () => {
  const kinds = () =>
    process
      .getActiveResourcesInfo()
      .filter((kind) => /TCPServer|TCPSocket|Timeout/.test(kind))
      .sort();
  const before = kinds();
  const gateway = await startToyGateway();
  const agent = new Agent({ keepAlive: true });
  const [response] = await once(request(`${gateway.origin}/readyz`, { agent }).end(), 'response');
  await text(response);
  await gateway.close();
  agent.destroy();
  await new Promise((resolve) => setImmediate(resolve));
  expect(kinds().filter((kind) => kind === 'TCPServerWrap')).toEqual(before.filter((kind) => kind === 'TCPServerWrap'));
});

async function openWebSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  return socket;
}
