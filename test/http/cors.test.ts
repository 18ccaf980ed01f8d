import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { codes, post, read } from './support/post.ts';
import { startToyGateway, type ToyGateway, type ToyOptions } from './support/toy-gateway.ts';

const ORIGINS = ['https://app.example.com', 'http://localhost:3000'];
const KEY = 'a-key-0123456789';

const preflight = (url: string, origin: string) =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    },
  });

const accessHeaders = (headers: Headers) => [...headers.keys()].filter((name) => name.startsWith('access-control'));

const session = Buffer.concat([Buffer.from('\u0002\u0000\u0009127.0.0.1\u0001\u0001'), Buffer.alloc(256)]);
const ACCOUNT = { TELEGRAM_API_ID: '1', TELEGRAM_API_HASH: 'hash', TELEGRAM_SESSION: `1${session.toString('base64')}` };

/** A gateway that was told of origins and keys as an operator does it. */
function start(env: Readonly<Record<string, string>>): Promise<ToyGateway> {
  const { corsOrigins, localOrigins, apiKeys } = loadConfig(env).http;
  const config: NonNullable<ToyOptions['config']> = {
    corsOrigins,
    localOrigins,
    apiKeys: apiKeys.map(({ key }) => key),
  };
  return startToyGateway({ config });
}

/** What somebody sees in the answer to the upgrade that a page's WebSocket begins with. */
function upgrade(
  gateway: ToyGateway,
  page: Readonly<Record<string, string>>,
): Promise<{ status: string; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: string; body: string }>();
  const headers = {
    ...page,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': 'graphql-transport-ws',
  };
  request(gateway.url, { headers }, async (response) =>
    resolve({ status: `${response.statusCode} ${response.statusMessage}`, body: await text(response) }),
  )
    .on('error', reject)
    .end();
  return promise;
}

const BEYOND_LOOPBACK = { HOST: '0.0.0.0', GATEWAY_API_KEYS: KEY };
const LISTED = { CORS_ORIGINS: 'https://app.example.com' };

/** What an operator has set, who asks, and whether they may. */
const TABLE: readonly (readonly [setting: string, origin: string, env: Record<string, string>, mayCall: boolean])[] = [
  ['no setting', 'http://localhost:5173', {}, true],
  ['no setting', 'http://127.0.0.1:8080', {}, true],
  ['no setting', 'http://[::1]:3000', {}, true],
  ['no setting', 'https://app.example.com', {}, false],
  ['no setting', 'http://localhost.evil.example', {}, false],
  ['CORS_ORIGINS beside the sandbox', 'https://app.example.com', LISTED, true],
  ['CORS_ORIGINS beside the sandbox', 'http://localhost:5173', LISTED, true],
  ['CORS_ORIGINS beside the sandbox', 'https://app.example.com.evil.example', LISTED, false],
  ['loopback with an account', 'http://localhost:5173', ACCOUNT, false],
  ['loopback with an account', 'http://127.0.0.1:8080', ACCOUNT, false],
  ['CORS_ORIGINS and an account', 'https://app.example.com', { ...ACCOUNT, ...LISTED }, true],
  ['CORS_ORIGINS and an account', 'http://localhost:5173', { ...ACCOUNT, ...LISTED }, false],
  ['CORS_ORIGINS and an account', 'http://localhost:5173', { ...ACCOUNT, CORS_ORIGINS: 'http://localhost:5173' }, true],
  [
    'CORS_ORIGINS and an account',
    'http://localhost:5174',
    { ...ACCOUNT, CORS_ORIGINS: 'http://localhost:5173' },
    false,
  ],
  ['the sandbox beyond loopback', 'http://localhost:5173', BEYOND_LOOPBACK, false],
  ['the sandbox beyond loopback', 'https://app.example.com', { ...BEYOND_LOOPBACK, ...LISTED }, true],
];

describe.each(TABLE.filter(([, , , mayCall]) => mayCall))('%s: pages of %s may', (_, origin, env) => {
  const authorization = { authorization: `Bearer ${KEY}` };

  test('fetch', async () => {
    await using gateway = await start(env);
    const before = await preflight(gateway.url, origin);
    expect([before.status, before.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    const answer = await post(gateway.url, '{ hello }', { headers: { origin, ...authorization } });
    expect(answer.body).toEqual({ data: { hello: 'world' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('vary')).toContain('Origin');
    expect(gateway.logText()).not.toContain('CORS_ORIGINS');
  });

  test('subscribe by server-sent events', async () => {
    await using gateway = await start(env);
    const headers = { origin, ...authorization, 'content-type': 'application/json', accept: 'text/event-stream' };
    const stream = await fetch(gateway.url, { method: 'POST', headers, body: '{"query":"subscription { ticks }"}' });
    expect(stream.headers.get('access-control-allow-origin')).toBe(origin);
    await stream.body?.cancel();
    await using client = await subscribeSse(gateway.url, 'subscription { ticks }', {}, headers);
    expect((await client.next()).value).toEqual({ data: { ticks: 1 } });
  });

  test('subscribe by WebSocket', async () => {
    await using gateway = await start(env);
    const connectionParams = authorization;
    const options = { headers: { origin }, connectionParams };
    await using client = await subscribeWs(gateway.url, 'subscription { ticks }', {}, options);
    expect((await client.next()).value).toEqual({ data: { ticks: 1 } });
  });
});

describe.each(TABLE.filter(([, , , mayCall]) => !mayCall))('%s: pages of %s read why not', (_, origin, env) => {
  const message = `Origin ${origin} is not allowed; set CORS_ORIGINS`;
  const body = { errors: [{ message, extensions: { code: 'FORBIDDEN_ORIGIN' } }] };

  test('in the preflight, by fetch, by server-sent events, by WebSocket; the log says it once, and nothing runs', async () => {
    await using gateway = await start(env);
    const headers = { origin, authorization: `Bearer ${KEY}` };

    const before = await preflight(gateway.url, origin);
    expect(await before.text()).toBe(message);
    expect([before.status, before.statusText, before.headers.get('content-type')]).toEqual([
      403,
      message,
      'text/plain; charset=utf-8',
    ]);
    expect(accessHeaders(before.headers)).toEqual([]);
    expect(before.headers.get('vary')).toContain('Origin');

    const answer = await post(gateway.url, 'mutation { poke }', { headers });
    expect([answer.status, answer.body]).toEqual([403, body]);
    expect(accessHeaders(answer.headers)).toEqual([]);

    // What a browser sends without a preflight.
    const simple = await fetch(gateway.url, { method: 'POST', headers, body: '{"query":"mutation { poke }"}' });
    expect([simple.status, simple.statusText, await simple.json()]).toEqual([403, message, body]);

    await using events = await subscribeSse(gateway.url, 'subscription { ticks }', {}, headers);
    expect((await events.next()).value).toEqual(body);

    const socket = await upgrade(gateway, { origin });
    expect([socket.status, JSON.parse(socket.body)]).toEqual([`403 ${message}`, body]);

    expect(gateway.lines.filter(({ level }) => level === 'warn')).toMatchObject([{ msg: message }]);
    expect(gateway.calls).toEqual([]);
  });
});

test('what a page of another site has sent is refused without an Origin, too: by POST, by GET, by WebSocket', async () => {
  await using gateway = await start({});
  const headers = { 'sec-fetch-site': 'cross-site' };
  const query = encodeURIComponent('{ hello }');
  const got = await fetch(`${gateway.url}?query=${query}`, { headers: { ...headers, 'x-graphql-yoga-csrf': '1' } });
  expect(codes(await read(got))).toEqual(['FORBIDDEN_ORIGIN']);
  expect(codes(await post(gateway.url, '{ hello }', { headers }))).toEqual(['FORBIDDEN_ORIGIN']);
  expect((await upgrade(gateway, headers)).status).toMatch(/^403 /);
  expect(gateway.calls).toEqual([]);

  // Not by `fetch`, which says of itself that it does not navigate.
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  const followed = { ...headers, 'sec-fetch-mode': 'navigate', accept: 'text/html' };
  request(gateway.origin, { headers: followed }, (response) => resolve(response.resume().statusCode)).end();
  expect(await promise).toBe(200);
});

test('a preflight tells all that a browser has to know, and never of credentials', async () => {
  await using gateway = await startToyGateway({ config: { corsOrigins: ORIGINS, apiKeys: ['key'] } });
  const { headers } = await preflight(gateway.url, 'http://localhost:3000');
  expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
  expect(headers.get('access-control-allow-headers')?.split(', ')).toEqual(
    expect.arrayContaining(['content-type', 'authorization', 'x-deadline-ms', 'x-wait-for-floods']),
  );
  expect(headers.get('access-control-max-age')).toBe('600');
  expect(headers.get('access-control-allow-credentials')).toBeNull();
});

test('a listed origin can read a refusal, the request id, when to come back and whether it was a replay', async () => {
  await using gateway = await startToyGateway({ config: { corsOrigins: ORIGINS, apiKeys: ['key'] } });
  const answer = await fetch(gateway.url, { method: 'POST', headers: { origin: 'http://localhost:3000' } });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
  expect(answer.headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after, idempotency-replayed');
});

test('the gateway’s own page calls without a setting, and an answer to nobody’s page depends on the origin, too', async () => {
  await using gateway = await startToyGateway();
  for (const headers of [{ origin: gateway.origin }, {}]) {
    const answer = await post(gateway.url, '{ hello }', { headers });
    expect(answer.body).toEqual({ data: { hello: 'world' } });
    expect(answer.headers.get('vary')).toContain('Origin');
  }
});

test('a page that had its own name resolved to this machine is refused by its Host, whatever origin it has', async () => {
  await using gateway = await start({});
  for (const origin of ['http://evil.example:4000', 'http://localhost:5173']) {
    const { promise, resolve } = Promise.withResolvers<string>();
    const headers = {
      host: 'evil.example:4000',
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    };
    request(gateway.url, { method: 'POST', headers }, async (response) => resolve(await text(response))).end(
      '{"query":"mutation { poke }"}',
    );
    expect(JSON.parse(await promise)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN_HOST' } }] });
  }
  expect(gateway.calls).toEqual([]);
});

test('a page that may call, and forgot the content type, reads of that', async () => {
  await using gateway = await start({});
  const headers = { origin: 'http://localhost:5173' };
  const answer = await fetch(gateway.url, { method: 'POST', headers, body: '{"query":"{ hello }"}' });
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  expect(codes({ status: answer.status, headers: answer.headers, body: await answer.json() })).toEqual([
    'CSRF_PREVENTED',
  ]);
});
