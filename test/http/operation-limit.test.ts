import { once } from 'node:events';
import { expect, test } from 'vitest';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { codes, post } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const [WEB, APP] = ['web-key-0123456789', 'app-key-0123456789'].map((key) => ({ authorization: `Bearer ${key}` }));
const config = { apiKeys: ['web:web-key-0123456789', 'app:app-key-0123456789'], trustedProxies: ['127.0.0.1'] };

test('a client has so many operations at a time over HTTP and WebSocket together, and others have theirs', async () => {
  await using gateway = await startToyGateway({ config, limits: { operationsPerClient: 2 } });
  const overHttp = once(gateway.events, 'slow');
  const first = post(gateway.url, '{ slow }', { headers: { ...WEB } });
  await overHttp;
  const overSocket = once(gateway.events, 'slow');
  await using second = await subscribeWs(gateway.url, '{ slow }', {}, { headers: { ...WEB } });
  await overSocket;

  const refused = await post(gateway.url, 'query Third { hello }', { headers: { ...WEB } });
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(codes(refused)).toEqual(['TOO_MANY_OPERATIONS']);
  expect(refused.body.errors?.[0]?.extensions).toMatchObject({ limit: 2, retryAfterSeconds: 1 });
  await using third = await subscribeWs(gateway.url, 'mutation { poke }', {}, { headers: { ...WEB } });
  expect((await third.next()).value?.errors?.[0]?.extensions).toEqual({
    code: 'TOO_MANY_OPERATIONS',
    limit: 2,
    retryAfterSeconds: 1,
  });
  expect(gateway.lines.find(({ operation }) => operation === 'Third')).toMatchObject({
    status: 429,
    caller: 'web',
    errorCodes: ['TOO_MANY_OPERATIONS'],
  });
  expect(gateway.calls).toEqual(['slow', 'slow']);
  // A subscription is bounded elsewhere, and the other client has its own two.
  await using ticks = await subscribeWs(gateway.url, 'subscription { ticks }', {}, { headers: { ...WEB } });
  expect((await ticks.next()).value).toEqual({ data: { ticks: 1 } });
  expect((await post(gateway.url, '{ hello }', { headers: { ...APP } })).body).toEqual({ data: { hello: 'world' } });

  gateway.events.emit('release');
  expect((await first).body).toEqual({ data: { slow: 'done' } });
  expect((await second.next()).value).toEqual({ data: { slow: 'done' } });
  await second.next();
  expect((await post(gateway.url, '{ hello }', { headers: { ...WEB } })).status).toBe(200);
});

test('an answer counts by its bytes as well, until it has left', async () => {
  await using gateway = await startToyGateway({ config, limits: { bytesPerClient: 300 } });
  const started = once(gateway.events, 'slow');
  const first = post(gateway.url, '{ slow }', { headers: { ...WEB } });
  await started;
  const refused = await post(gateway.url, '{ slow }', { headers: { ...WEB } });
  expect(refused.status).toBe(429);
  expect(refused.body.errors?.[0]?.message).toContain('300 bytes in their answers together');
  gateway.events.emit('release');
  expect((await first).body).toEqual({ data: { slow: 'done' } });
  expect((await post(gateway.url, '{ hello }', { headers: { ...WEB } })).status).toBe(200);
});

test('without keys a client is an address', async () => {
  await using gateway = await startToyGateway({
    config: { trustedProxies: ['127.0.0.1'] },
    limits: { operationsPerClient: 1 },
  });
  const started = once(gateway.events, 'slow');
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const slow = post(gateway.url, '{ slow }', from('192.0.2.1'));
  await started;
  expect((await post(gateway.url, '{ hello }', from('192.0.2.1'))).status).toBe(429);
  expect((await post(gateway.url, '{ hello }', from('192.0.2.2'))).status).toBe(200);
  gateway.events.emit('release');
  await slow;
});

test('a client that goes away has its place back', async () => {
  await using gateway = await startToyGateway({ limits: { operationsPerClient: 1 } });
  const leaving = new AbortController();
  const started = once(gateway.events, 'slow');
  const slow = post(gateway.url, '{ slow }', { signal: leaving.signal });
  await started;
  leaving.abort();
  await expect(slow).rejects.toThrow();
  await expect.poll(async () => (await post(gateway.url, '{ hello }')).status).toBe(200);
});
