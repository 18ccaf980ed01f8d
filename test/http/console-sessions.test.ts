import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { ask, ownPage, postKey, signIn, startConsoleGateway } from './support/console.ts';
import { codes, post, read } from './support/post.ts';
import type { ToyGateway } from './support/toy-gateway.ts';

const KEY = 'first-key-0123456789';
const OTHER = 'second-key-0123456789';
const CONFIG = { apiKeys: [`web:${KEY}`, OTHER] };

const codeOf = (text: string) => JSON.parse(text).errors[0].extensions.code;

/** An operation as the console sends it, but for `changed`; `null` takes a header away. */
async function send(
  gateway: ToyGateway,
  cookie: string,
  changed: Readonly<Record<string, string | null>> = {},
  query = '{ scope }',
) {
  const headers = { ...ownPage(gateway), accept: 'application/json', cookie, ...changed };
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
  const body = JSON.stringify({ query });
  const { status, text } = await ask(gateway, '/graphql', {
    method: 'POST',
    headers: Object.fromEntries(sent),
    body,
  });
  const answer = JSON.parse(text);
  return {
    status,
    caller: answer.data ? JSON.parse(answer.data.scope ?? 'null')?.caller : null,
    code: answer.errors?.[0].extensions.code,
  };
}

const NOTHING = { status: 401, caller: null, code: 'UNAUTHENTICATED' };

test('a key is exchanged for a cookie that scripts, plain HTTP and other sites do not get', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG, logLevel: 'trace' });
  const answer = await postKey(gateway, KEY);
  expect([answer.status, answer.text]).toEqual([204, '']);
  const [cookie = ''] = [answer.headers['set-cookie']].flat();
  expect(cookie).toMatch(/^__Host-tgw_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect(answer.headers['cache-control']).toBe('no-store');
  const id = /=([\w-]{43})/.exec(cookie)?.[1] ?? '';
  expect(await send(gateway, cookie.split(';')[0] ?? '')).toEqual({ status: 200, caller: 'web', code: undefined });
  expect(gateway.lines).toContainEqual(
    expect.objectContaining({ msg: 'signed in to the console', caller: 'web', address: '127.0.0.1' }),
  );
  await postKey(gateway, `${KEY}-wrong`);
  expect(gateway.logText()).not.toMatch(new RegExp(`${KEY}|${id}`));
});

test('the caller is that of the key', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const [web, other] = [await signIn(gateway, KEY), await signIn(gateway, OTHER)];
  expect((await send(gateway, web)).caller).toBe('web');
  expect((await send(gateway, other)).caller).toMatch(/^[0-9a-f]{16}$/);
  expect((await send(gateway, `theme=dark; ${web}; x=1`)).caller).toBe('web');
});

test('wrong keys are refused, and counted with those of headers', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  for (let guess = 0; guess < 5; guess += 1) {
    const answer = await postKey(gateway, 'nearly-a-key');
    expect([answer.status, codeOf(answer.text), answer.headers['set-cookie']]).toEqual([
      401,
      'UNAUTHENTICATED',
      undefined,
    ]);
    await post(gateway.url, '{ hello }', { headers: { authorization: 'Bearer nearly-a-key' } });
  }
  const refused = await postKey(gateway, 'nearly-a-key');
  expect([refused.status, codeOf(refused.text), refused.headers['retry-after']]).toEqual([
    429,
    'TOO_MANY_WRONG_KEYS',
    '6',
  ]);
  expect((await postKey(gateway, KEY)).status).toBe(204);
  expect(gateway.logText()).not.toContain('nearly-a-key');
});

test.each<[string, Record<string, string>, number, string]>([
  ['another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }, 403, 'FORBIDDEN_ORIGIN'],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403, 'FORBIDDEN_ORIGIN'],
  ['an origin of CORS_ORIGINS', { origin: 'https://app.example.com' }, 403, 'FORBIDDEN_ORIGIN'],
  ['no origin', { origin: '' }, 403, 'FORBIDDEN_ORIGIN'],
  ['over HTTP from afar', { origin: 'http://gw.example', host: 'gw.example' }, 403, 'HTTPS_NEEDED'],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
])('nobody signs in from elsewhere: %s', async (_, headers, status, code) => {
  const config = { ...CONFIG, corsOrigins: ['https://app.example.com'] };
  await using gateway = await startConsoleGateway({ config });
  const answer = await postKey(gateway, KEY, headers);
  expect([answer.status, codeOf(answer.text), answer.headers['set-cookie']]).toEqual([status, code, undefined]);
});

test('signing in needs the CSRF header, a body with a key in it, and not too much of one', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const { 'x-graphql-yoga-csrf': _, ...without } = ownPage(gateway);
  const body = JSON.stringify({ key: KEY });
  const forged = await ask(gateway, '/console/session', { method: 'POST', headers: without, body });
  expect([forged.status, codeOf(forged.text)]).toEqual([403, 'CSRF_PREVENTED']);
  for (const key of [1, null, { key: KEY }]) expect((await postKey(gateway, key)).status).toBe(400);
  const broken = { method: 'POST', headers: ownPage(gateway), body: '{' };
  expect((await ask(gateway, '/console/session', broken)).status).toBe(400);
  expect((await postKey(gateway, 'x'.repeat(20_000))).status).toBe(413);
  const chunked = { ...ownPage(gateway), 'transfer-encoding': 'chunked' };
  expect((await ask(gateway, '/console/session', { method: 'POST', headers: chunked })).status).toBe(413);
  expect(gateway.logText()).not.toContain('wrong');
});

test('without keys there is nothing to sign in to', async () => {
  await using gateway = await startConsoleGateway();
  expect((await postKey(gateway, KEY)).status).toBe(404);
});

test.each<[string, Record<string, string | null>]>([
  ['another port of the same host', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
  ['the other name of this machine', { origin: 'http://localhost:1' }],
  ['an origin of CORS_ORIGINS', { origin: 'https://app.example.com', 'sec-fetch-site': 'cross-site' }],
  ['no CSRF header', { 'x-graphql-yoga-csrf': null }],
  ['no origin and no word of the browser', { origin: null, 'sec-fetch-site': null }],
  ['no origin, another port', { origin: null, 'sec-fetch-site': 'same-site' }],
  ['no origin, typed', { origin: null, 'sec-fetch-site': 'none' }],
])('the cookie counts for nothing: %s', async (_, changed) => {
  const config = { ...CONFIG, corsOrigins: ['https://app.example.com'], localOrigins: true };
  await using gateway = await startConsoleGateway({ config });
  const cookie = await signIn(gateway, KEY);
  expect((await send(gateway, cookie, changed, 'mutation { poke }')).code).toBe('UNAUTHENTICATED');
  expect(await send(gateway, cookie, changed)).toEqual(NOTHING);
  expect(gateway.calls).toEqual([]);
  expect((await send(gateway, cookie)).caller).toBe('web');
});

test('a page that may not call at all is refused before, cookie or not', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const cookie = await signIn(gateway, KEY);
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await send(gateway, cookie, foreign)).code).toBe('FORBIDDEN_ORIGIN');
  expect((await send(gateway, cookie, { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' })).code).toBe(
    'FORBIDDEN_ORIGIN',
  );
});

test('a session is for the origin that has signed in, TLS and name', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const page = { origin: 'https://gw.example', host: 'gw.example' };
  const answer = await postKey(gateway, KEY, page);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  expect((await send(gateway, cookie, page)).caller).toBe('web');
  for (const origin of ['http://gw.example', 'https://other.example', 'https://gw.example:8443'])
    expect((await send(gateway, cookie, { ...page, origin })).caller).toBeNull();
  expect((await send(gateway, cookie, { ...page, host: 'other.example', origin: 'https://other.example' })).code).toBe(
    'UNAUTHENTICATED',
  );
  expect(await send(gateway, cookie)).toEqual(NOTHING);
  expect(await send(gateway, cookie, { origin: page.origin })).toEqual(NOTHING);
});

test('a GET counts when the browser says that the page is of the same origin', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const cookie = await signIn(gateway, KEY);
  const get = async (headers: Record<string, string>) =>
    (await ask(gateway, '/graphql?query=%7Bhello%7D', { headers: { cookie, accept: '*/*', ...headers } })).status;
  const csrf = { 'x-graphql-yoga-csrf': '1' };
  expect(await get({ ...csrf, 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(await get(csrf)).toBe(401);
  expect(await get({ ...csrf, 'sec-fetch-site': 'same-site' })).toBe(401);
  expect(await get({ 'sec-fetch-site': 'same-origin' })).toBe(401);
});

test('a key beside the cookie is refused; beside a cookie that counts for nothing it counts', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const cookie = await signIn(gateway, KEY);
  const authorization = `Bearer ${OTHER}`;
  const both = await send(gateway, cookie, { authorization });
  expect([both.status, both.code]).toEqual([400, 'BAD_REQUEST']);
  expect(gateway.calls).toEqual([]);
  expect((await send(gateway, cookie, { authorization, 'x-graphql-yoga-csrf': null })).caller).toMatch(
    /^[0-9a-f]{16}$/,
  );
  await using socket = await subscribeWs(
    gateway.url,
    '{ hello }',
    {},
    {
      headers: { cookie, origin: gateway.origin },
      connectionParams: { authorization },
    },
  );
  await expect(socket.next()).rejects.toMatchObject({ code: 4400, reason: expect.stringContaining('the cookie') });
});

test('made-up ids open nothing', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const cookie = await signIn(gateway, KEY);
  for (const forged of [`__Host-tgw_session=${'A'.repeat(43)}`, cookie.slice(0, -1), `${cookie}A`, cookie.slice(7)])
    expect(await send(gateway, forged)).toEqual(NOTHING);
});

test('a WebSocket takes the cookie from a page of the gateway alone', async () => {
  const config = { ...CONFIG, corsOrigins: ['https://app.example.com'], localOrigins: true };
  await using gateway = await startConsoleGateway({ config });
  const cookie = await signIn(gateway, KEY);
  await using own = await subscribeWs(gateway.url, '{ scope }', {}, { headers: { cookie, origin: gateway.origin } });
  expect(JSON.parse(String((await own.next()).value?.data?.['scope']))).toMatchObject({ caller: 'web' });
  for (const origin of ['http://127.0.0.1:1', 'http://localhost:3000', 'https://app.example.com']) {
    await using other = await subscribeWs(gateway.url, '{ hello }', {}, { headers: { cookie, origin } });
    await expect(other.next()).rejects.toMatchObject({ code: 4403 });
  }
  await using nobody = await subscribeWs(gateway.url, '{ hello }', {}, { headers: { cookie } });
  await expect(nobody.next()).rejects.toMatchObject({ code: 4403 });
  const evil = new WebSocket(gateway.url.replace('http', 'ws'), 'graphql-transport-ws', {
    headers: { cookie, origin: 'https://evil.example' },
  });
  await expect(once(evil, 'open')).rejects.toThrow('403');
  expect(gateway.calls).toEqual([]);
});

test('signing out ends the session, its streams and its sockets, and nobody else’s', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const [cookie, second] = [await signIn(gateway, KEY), await signIn(gateway, KEY)];
  const { accept: _, ...page }: Record<string, string> = ownPage(gateway);
  const stream = (of: string) => subscribeSse(gateway.url, 'subscription { ticks }', {}, { ...page, cookie: of });
  const socket = (of: string) =>
    subscribeWs(gateway.url, 'subscription { ticks }', {}, { headers: { cookie: of, origin: gateway.origin } });
  await using sse = await stream(cookie);
  await using ws = await socket(cookie);
  await using otherSse = await stream(second);
  await using otherWs = await socket(second);
  for (const each of [sse, ws, otherSse, otherWs]) expect((await each.next()).value?.data).toEqual({ ticks: 1 });
  const [sseEnd, wsEnd] = [sse.next(), ws.next()];
  wsEnd.catch(() => {});

  const leave = (headers: Record<string, string>) =>
    ask(gateway, '/console/session', { method: 'DELETE', headers: { ...page, cookie, ...headers } });
  expect((await leave({ origin: 'http://127.0.0.1:1' })).status).toBe(403);
  const { 'x-graphql-yoga-csrf': __, ...noHeader } = page;
  const forged = { method: 'DELETE', headers: { ...noHeader, cookie } };
  expect((await ask(gateway, '/console/session', forged)).status).toBe(403);
  expect((await send(gateway, cookie)).caller).toBe('web');

  const left = await leave({});
  expect([left.status, String(left.headers['set-cookie'])]).toEqual([
    204,
    '__Host-tgw_session=; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=0',
  ]);
  expect(await sseEnd).toEqual({ done: true, value: undefined });
  await expect(wsEnd).rejects.toMatchObject({ code: 4403, reason: 'Signed out.' });
  expect(await send(gateway, cookie)).toEqual(NOTHING);
  await using again = await socket(cookie);
  await expect(again.next()).rejects.toMatchObject({ code: 4403 });

  expect((await send(gateway, second)).caller).toBe('web');
  const still = Symbol('still open');
  const turn = new Promise((resolve) => setImmediate(resolve, still));
  expect(await Promise.race([otherSse.next(), otherWs.next(), turn])).toBe(still);
  expect((await leave({})).status).toBe(204);
});

test('signing in anew ends the session that was there', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const before = await signIn(gateway, KEY);
  expect((await postKey(gateway, 'wrong', { cookie: before })).status).toBe(401);
  expect((await send(gateway, before)).caller).toBe('web');
  expect((await postKey(gateway, OTHER, { cookie: before })).status).toBe(204);
  expect(await send(gateway, before)).toEqual(NOTHING);
});

test('a restart, with the key gone or not, has no sessions', async () => {
  let cookie = '';
  {
    await using gateway = await startConsoleGateway({ config: CONFIG });
    cookie = await signIn(gateway, KEY);
  }
  for (const apiKeys of [[OTHER], CONFIG.apiKeys]) {
    await using gateway = await startConsoleGateway({ config: { apiKeys } });
    expect(await send(gateway, cookie)).toEqual(NOTHING);
  }
});

test('what runs when somebody signs out is answered', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const cookie = await signIn(gateway, KEY);
  const slow = send(gateway, cookie, {}, '{ slow }');
  await once(gateway.events, 'slow');
  const headers = { ...ownPage(gateway), cookie };
  expect((await ask(gateway, '/console/session', { method: 'DELETE', headers })).status).toBe(204);
  gateway.events.emit('release');
  expect((await slow).status).toBe(200);
});

test('the probes and the schema: the cookie opens what a page of the gateway asks for', async () => {
  await using gateway = await startConsoleGateway({ config: CONFIG });
  const cookie = await signIn(gateway, KEY);
  const own = { cookie, 'sec-fetch-site': 'same-origin', 'x-graphql-yoga-csrf': '1' };
  expect((await ask(gateway, '/schema.graphql', { headers: own })).status).toBe(200);
  expect((await ask(gateway, '/schema.graphql', { headers: { cookie } })).status).toBe(401);
  const answer = await read(await fetch(`${gateway.origin}/schema.graphql`));
  expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
});
