import { expect, test } from 'vitest';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { codes, post } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const KEYS = ['first-key-0123456789', 'second-key-0123456789'];

test.each(KEYS)('any of the keys opens the API: %s', async (key) => {
  await using gateway = await startToyGateway({ config: { apiKeys: KEYS } });
  const answer = await post(gateway.url, '{ hello }', { headers: { authorization: `Bearer ${key}` } });
  expect(answer.body).toEqual({ data: { hello: 'world' } });
});

test.each([
  ['missing', {}],
  ['wrong', { authorization: 'Bearer first-key-0123456780' }],
  ['only the beginning', { authorization: 'Bearer first-key' }],
  ['empty', { authorization: 'Bearer ' }],
  ['two at once', { authorization: `Bearer ${KEYS.join(',')}` }],
  ['another scheme', { authorization: `Basic ${KEYS[0]}` }],
  ['in another header', { 'x-api-key': KEYS[0] ?? '' }],
])('key %s: 401, and nothing runs', async (_, headers) => {
  await using gateway = await startToyGateway({ config: { apiKeys: KEYS } });
  const answer = await post(gateway.url, '{ hello }', { headers });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="telegram-graphql-gateway"');
  expect(answer.headers.get('content-type')).toContain('application/graphql-response+json');
  expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
  expect(gateway.calls).toEqual([]);
});

test('no key appears in the log', async () => {
  await using gateway = await startToyGateway({ config: { apiKeys: KEYS }, logLevel: 'trace' });
  await post(gateway.url, '{ hello }', { headers: { authorization: `Bearer ${KEYS[0]}` } });
  await post(gateway.url, '{ hello }', { headers: { authorization: 'Bearer nearly-a-key' } });
  expect(gateway.logText()).not.toMatch(/key-0123456789|nearly-a-key/);
});

test('health checks and the GraphiQL page need no key', async () => {
  await using gateway = await startToyGateway({ config: { apiKeys: KEYS } });
  expect((await fetch(`${gateway.origin}/healthz`)).status).toBe(200);
  expect((await fetch(`${gateway.origin}/readyz`)).status).toBe(200);
  const page = await fetch(gateway.url, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).not.toContain(KEYS[0]);
  expect(html).toContain('Bearer KEY');
});

test.each([
  ['web:first-key-0123456789', 'first-key-0123456789', 'web'],
  ['first-key-0123456789', 'first-key-0123456789', 'ed60d7524db22ad1'],
])(
  'a client is called by the name of its key, else by a digest that does not give it away: %s',
  async (given, key, caller) => {
    await using gateway = await startToyGateway({ config: { apiKeys: [given] } });
    const headers = { authorization: `Bearer ${key}` };
    const answer = await post(gateway.url, '{ scope }', { headers });
    expect(JSON.parse(String(answer.body.data?.['scope']))).toMatchObject({ caller });
    await using client = await subscribeWs(gateway.url, '{ scope }', {}, { headers });
    expect(JSON.parse(String((await client.next()).value?.data?.['scope']))).toMatchObject({ caller });
    expect(gateway.lines.filter(({ msg }) => msg === 'operation').map((line) => line['caller'])).toEqual([
      caller,
      caller,
    ]);
    expect((await post(gateway.url, '{ hello }', { headers: { authorization: `Bearer web:${key}` } })).status).toBe(
      401,
    );
  },
);

test('wrong keys are counted by address, over all transports together; a right key passes, and no key is told so', async () => {
  await using gateway = await startToyGateway({ config: { apiKeys: KEYS, trustedProxies: ['127.0.0.1'] } });
  const wrong = { authorization: 'Bearer nearly-a-key', 'x-forwarded-for': '192.0.2.1' };
  for (let guess = 0; guess < 5; guess += 1)
    expect((await post(gateway.url, '{ hello }', { headers: wrong })).status).toBe(401);
  for (let guess = 0; guess < 5; guess += 1) {
    await using socket = await subscribeWs(gateway.url, '{ hello }', {}, { headers: wrong });
    await expect(socket.next()).rejects.toMatchObject({ code: 4403 });
  }

  const refused = await post(gateway.url, '{ hello }', { headers: wrong });
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('6');
  expect(refused.headers.get('connection')).toBe('close');
  expect(codes(refused)).toEqual(['TOO_MANY_WRONG_KEYS']);
  expect(refused.body.errors?.[0]?.message).toContain('Send the right key, or try again in 6 s.');
  await using stream = await subscribeSse(gateway.url, 'subscription { ticks }', {}, wrong);
  expect((await stream.next()).value?.errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY_WRONG_KEYS' });
  await using socket = await subscribeWs(gateway.url, '{ hello }', {}, { headers: wrong });
  await expect(socket.next()).rejects.toMatchObject({
    code: 4429,
    reason: expect.stringContaining('too many wrong keys'),
  });
  expect((await fetch(`${gateway.origin}/readyz`, { headers: wrong })).status).toBe(429);
  expect(gateway.calls).toEqual([]);
  expect(gateway.lines.at(-1)).toMatchObject({ msg: 'websocket closed', address: '192.0.2.1' });

  const from = async (address: string, authorization?: string) => {
    const headers = { 'x-forwarded-for': address, ...(authorization && { authorization }) };
    return (await post(gateway.url, '{ hello }', { headers })).status;
  };
  expect(await from('192.0.2.1', `Bearer ${KEYS[0]}`)).toBe(200);
  expect(await from('192.0.2.1')).toBe(401);
  expect(await from('192.0.2.2', 'Bearer nearly-a-key')).toBe(401);
  expect((await fetch(`${gateway.origin}/readyz`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(200);
});

test('an address that nobody trusted has told is not believed', async () => {
  await using gateway = await startToyGateway({ config: { apiKeys: KEYS } });
  for (let guess = 0; guess < 11; guess += 1) {
    const headers = { authorization: 'Bearer nearly-a-key', 'x-forwarded-for': `192.0.2.${guess}` };
    expect((await post(gateway.url, '{ hello }', { headers })).status).toBe(guess < 10 ? 401 : 429);
  }
  expect(new Set(gateway.lines.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']));
});
