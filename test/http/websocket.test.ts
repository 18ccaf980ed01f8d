import { on, once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { startToyGateway, type ToyGateway } from './support/toy-gateway.ts';
import { collect } from './support/transports.ts';

/** A socket without a client library, for what no library does. */
async function openSocket(gateway: ToyGateway): Promise<WebSocket> {
  const socket = new WebSocket(gateway.url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  return socket;
}

async function initialised(gateway: ToyGateway): Promise<WebSocket> {
  const socket = await openSocket(gateway);
  say(socket, { type: 'connection_init' });
  expect(await heard(socket)).toEqual({ type: 'connection_ack' });
  return socket;
}

function say(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}

async function heard(socket: WebSocket): Promise<unknown> {
  const [data] = await once(socket, 'message');
  return JSON.parse(String(data));
}

async function closing(socket: WebSocket): Promise<[code: number, reason: string]> {
  const [code, reason] = await once(socket, 'close');
  return [code, String(reason)];
}

/** The answer to an upgrade that is refused. */
async function refusal(gateway: ToyGateway, headers: Record<string, string>, path = '/graphql') {
  const outgoing = request(`${gateway.origin}${path}`, { headers: { ...UPGRADE, ...headers } }).end();
  const [response] = await once(outgoing, 'response');
  const { errors } = JSON.parse(await text(response));
  return { status: response.statusCode, code: errors[0].extensions.code, headers: response.headers };
}

const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'graphql-transport-ws',
};

test('queries, mutations and subscriptions run over it', async () => {
  await using gateway = await startToyGateway();
  const of = async (query: string) => {
    await using client = await subscribeWs(gateway.url, query);
    return (await client.next()).value;
  };
  expect(await of('{ hello }')).toEqual({ data: { hello: 'world' } });
  expect(await of('mutation { poke }')).toEqual({ data: { poke: 1 } });
  expect(await of('subscription { ticks }')).toEqual({ data: { ticks: 1 } });
});

test.each([
  ['{ hello', 'GRAPHQL_PARSE_FAILED'],
  ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  [`{ ${'self { '.repeat(13)} hello ${'}'.repeat(13)} }`, 'QUERY_TOO_DEEP'],
  ['{ broken hello }', 'INTERNAL_SERVER_ERROR'],
  ['{ missing }', 'NOT_THERE'],
])('errors are those of HTTP: %s', async (query, code) => {
  await using gateway = await startToyGateway();
  await using client = await subscribeWs(gateway.url, query);
  const [result] = await collect(client);
  expect(result?.errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
  expect(JSON.stringify(result)).not.toMatch(/secret|"http"|"unexpected"/);
  expect(gateway.lines.find(({ msg }) => msg === 'operation')).toMatchObject({
    transport: 'websocket',
    errorCodes: [code],
  });
});

test('a query obeys the deadline of requests, a subscription does not', async () => {
  await using gateway = await startToyGateway({ limits: { requestDeadlineMs: 50 } });
  const subscribed = once(gateway.events, 'news subscribed');
  await using news = await subscribeWs(gateway.url, 'subscription { news }');
  await subscribed;
  const aborted = once(gateway.events, 'aborted');
  await using slow = await subscribeWs(gateway.url, '{ slow }');
  expect(await collect(slow)).toMatchObject([{ errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] }]);
  await aborted;
  gateway.events.emit('news', 'late');
  expect((await news.next()).value).toEqual({ data: { news: 'late' } });
});

test('a query that its client completes or leaves is aborted; the socket stays open for the others', async () => {
  await using gateway = await startToyGateway();
  const socket = await initialised(gateway);
  const messages = on(socket, 'message');
  for (const leave of [() => say(socket, { type: 'complete', id: '1' }), () => socket.close()]) {
    const started = once(gateway.events, 'slow');
    const aborted = once(gateway.events, 'aborted');
    say(socket, { type: 'subscribe', id: '1', payload: { query: '{ slow }' } });
    await started;
    leave();
    await aborted;
    if (socket.readyState !== WebSocket.OPEN) break;
    say(socket, { type: 'ping' });
    expect(String((await messages.next()).value?.[0])).toBe('{"type":"pong"}');
  }
});

test('several operations share a socket, and end one by one', async () => {
  await using gateway = await startToyGateway();
  const socket = await initialised(gateway);
  const messages = on(socket, 'message');
  const next = async () => JSON.parse(String((await messages.next()).value?.[0]));
  const subscribed = once(gateway.events, 'news subscribed');
  say(socket, { type: 'subscribe', id: 'a', payload: { query: 'subscription { news }' } });
  await subscribed;
  say(socket, { type: 'subscribe', id: 'b', payload: { query: '{ hello }' } });
  expect(await next()).toEqual({ id: 'b', type: 'next', payload: { data: { hello: 'world' } } });
  expect(await next()).toEqual({ id: 'b', type: 'complete' });
  gateway.events.emit('news', 'still here');
  expect(await next()).toEqual({ id: 'a', type: 'next', payload: { data: { news: 'still here' } } });
  const returned = once(gateway.events, 'news returned');
  say(socket, { type: 'complete', id: 'a' });
  await returned;
  say(socket, { type: 'ping' });
  expect(await next()).toEqual({ type: 'pong' });
  socket.terminate();
});

test.each([
  ['another path', {}, '/elsewhere', 404, 'NOT_FOUND'],
  ['a host name of another machine', { host: 'evil.example' }, '/graphql', 403, 'FORBIDDEN_HOST'],
  ['a page of another origin', { origin: 'https://evil.example' }, '/graphql', 403, 'FORBIDDEN_ORIGIN'],
  ['a page in a sandboxed frame', { origin: 'null' }, '/graphql', 403, 'FORBIDDEN_ORIGIN'],
])('%s does not connect', async (_, headers, path, status, code) => {
  await using gateway = await startToyGateway();
  expect(await refusal(gateway, headers, path)).toMatchObject({ status, code });
  expect(gateway.lines.at(-1)).toMatchObject({ msg: 'websocket refused', status, errorCodes: [code] });
});

test('a page of the gateway itself connects, and one of a listed origin', async () => {
  await using gateway = await startToyGateway({ config: { corsOrigins: ['https://app.example.com'] } });
  for (const origin of [gateway.origin, 'https://app.example.com']) {
    await using client = await subscribeWs(gateway.url, '{ hello }', {}, { headers: { origin } });
    expect((await client.next()).value).toEqual({ data: { hello: 'world' } });
  }
  expect(await refusal(gateway, { origin: 'https://app.example.com.evil.example' })).toMatchObject({ status: 403 });
});

test('a caller that proposes another protocol beside its request is answered by HTTP', async () => {
  await using gateway = await startToyGateway();
  const outgoing = request(gateway.url, {
    method: 'POST',
    headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'content-type': 'application/json' },
  }).end('{"query":"{ hello }"}');
  const [response] = await once(outgoing, 'response');
  expect(JSON.parse(await text(response))).toEqual({ data: { hello: 'world' } });
});

const KEY = 'first-key-0123456789';

test.each([
  ['the Authorization header', { headers: { authorization: `Bearer ${KEY}` } }],
  ['connectionParams.authorization', { connectionParams: { authorization: `Bearer ${KEY}` } }],
  ['connectionParams.Authorization', { connectionParams: { Authorization: `Bearer ${KEY}` } }],
])('a key opens it: in %s', async (_, options) => {
  await using gateway = await startToyGateway({ config: { apiKeys: [KEY] } });
  await using client = await subscribeWs(gateway.url, '{ hello }', {}, options);
  expect((await client.next()).value).toEqual({ data: { hello: 'world' } });
  expect(gateway.logText()).not.toContain(KEY);
});

test.each([
  ['no key', {}],
  ['a wrong key in the payload', { connectionParams: { authorization: 'Bearer wrong-key-987' } }],
  ['a key without its scheme', { connectionParams: { authorization: KEY } }],
  ['what is no text', { connectionParams: { authorization: { key: KEY } } }],
  ['a wrong key in the header', { headers: { authorization: 'Bearer wrong-key-987' } }],
])('%s: closed with 4403 Forbidden, nothing of it logged', async (_, options) => {
  await using gateway = await startToyGateway({ config: { apiKeys: [KEY] }, logLevel: 'trace' });
  await using client = await subscribeWs(gateway.url, '{ hello }', {}, options);
  await expect(client.next()).rejects.toMatchObject({ code: 4403, reason: expect.stringMatching(/^Forbidden: /) });
  expect(gateway.calls).toEqual([]);
  expect(gateway.logText()).not.toMatch(/wrong-key|first-key/);
});

test('an operation before connection_init: closed with 4401', async () => {
  await using gateway = await startToyGateway({ config: { apiKeys: [KEY] } });
  const socket = await openSocket(gateway);
  say(socket, { type: 'subscribe', id: '1', payload: { query: '{ hello }' } });
  expect(await closing(socket)).toEqual([4401, 'Unauthorized']);
  expect(gateway.calls).toEqual([]);
});

test('no connection_init in time: closed with 4408', async () => {
  await using gateway = await startToyGateway({ limits: { connectionInitMs: 20 } });
  const socket = new WebSocket(gateway.url.replace('http', 'ws'), 'graphql-transport-ws');
  expect(await closing(socket)).toEqual([4408, 'Connection initialisation timeout']);
});

test('another subprotocol, or none: closed with 4406', async () => {
  await using gateway = await startToyGateway();
  expect((await closing(new WebSocket(gateway.url.replace('http', 'ws'))))[0]).toBe(4406);
});

test('what is no message: closed with 4400', async () => {
  await using gateway = await startToyGateway();
  const socket = await initialised(gateway);
  socket.send('{"type":"subscribe"');
  expect((await closing(socket))[0]).toBe(4400);
});

test('a binary message: closed with 1003, and nothing is carried out', async () => {
  await using gateway = await startToyGateway();
  const socket = await initialised(gateway);
  const [before, after] = JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ hello } # |' } }).split(
    '|',
  );
  socket.send(Buffer.concat([Buffer.from(before ?? ''), Buffer.of(0xff), Buffer.from(after ?? '')]));
  expect(await closing(socket)).toEqual([1003, 'Messages are text.']);
  expect(gateway.calls).toEqual([]);
});

test('a message longer than a request may be: closed with 1009', async () => {
  await using gateway = await startToyGateway();
  const socket = await initialised(gateway);
  say(socket, { type: 'ping', payload: { text: 'x'.repeat(100_000) } });
  expect((await closing(socket))[0]).toBe(1009);
});

test('too many operations at a time: closed with 1013', async () => {
  await using gateway = await startToyGateway({ limits: { messagesPerSocket: 2 } });
  const socket = await initialised(gateway);
  for (const id of ['1', '2', '3']) say(socket, { type: 'subscribe', id, payload: { query: '{ slow }' } });
  expect(await closing(socket)).toEqual([1013, 'Too many operations at a time.']);
  expect(gateway.calls.length).toBeLessThanOrEqual(2);
});

test('one client may have so many sockets; the next is closed with 4429', async () => {
  await using gateway = await startToyGateway({ limits: { socketsPerClient: 2 } });
  const first = await initialised(gateway);
  const second = await initialised(gateway);
  const third = await openSocket(gateway);
  say(third, { type: 'connection_init' });
  expect(await closing(third)).toEqual([4429, 'One client may have 2 sockets at a time.']);
  first.close();
  await once(first, 'close');
  const fourth = await initialised(gateway);
  second.terminate();
  fourth.terminate();
});

test('a peer that answers no ping is cut off', async () => {
  await using gateway = await startToyGateway({ limits: { keepAliveMs: 50 } });
  const dead = new WebSocket(gateway.url.replace('http', 'ws'), 'graphql-transport-ws', { autoPong: false });
  await once(dead, 'ping');
  expect((await closing(dead))[0]).toBe(1006);
  const alive = await openSocket(gateway);
  for (const _ of [1, 2, 3]) await once(alive, 'ping');
  expect(alive.readyState).toBe(WebSocket.OPEN);
  alive.terminate();
});

test('one line for a connection and one for each operation, with ids that belong together', async () => {
  const gateway = await startToyGateway();
  const headers = { 'x-request-id': 'from-the-proxy' };
  const query = 'query Echo($text: String!) { echo(text: $text) }';
  const connectionParams = { token: 'a private word' };
  const client = await subscribeWs(gateway.url, query, { text: 'a private word' }, { headers, connectionParams });
  await collect(client);
  await client.close();
  await gateway.close();
  expect(gateway.lines).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      requestId: 'from-the-proxy-2',
      operation: 'Echo',
      type: 'query',
      caller: 'anonymous',
      address: '127.0.0.1',
      transport: 'websocket',
      ms: expect.any(Number),
      msg: 'operation',
    },
    {
      level: 'info',
      time: expect.any(String),
      requestId: 'from-the-proxy',
      caller: 'anonymous',
      address: '127.0.0.1',
      code: 1000,
      messages: expect.any(Number),
      ms: expect.any(Number),
      msg: 'websocket closed',
    },
  ]);
  expect(gateway.logText()).not.toContain('private');
});

test('the answer to the upgrade carries the request id', async () => {
  await using gateway = await startToyGateway();
  const socket = new WebSocket(gateway.url.replace('http', 'ws'), 'graphql-transport-ws');
  const opened = once(socket, 'open');
  const [response] = await once(socket, 'upgrade');
  expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  await opened;
  socket.terminate();
});
