import { expect, test } from 'vitest';
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
