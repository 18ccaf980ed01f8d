import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { startToyGateway } from './support/toy-gateway.ts';
import { collect, TRANSPORTS } from './support/transports.ts';

test.each(TRANSPORTS)('%s: events arrive as they happen, in order', async (_, subscribe) => {
  await using gateway = await startToyGateway();
  const subscribed = once(gateway.events, 'news subscribed');
  await using client = await subscribe(gateway.url, 'subscription { news }');
  await subscribed;
  for (const word of ['one', 'two']) gateway.events.emit('news', word);
  expect((await client.next()).value).toEqual({ data: { news: 'one' } });
  expect((await client.next()).value).toEqual({ data: { news: 'two' } });
  gateway.events.emit('news', 'three');
  expect((await client.next()).value).toEqual({ data: { news: 'three' } });
});

test.each(TRANSPORTS)('%s: the source is left at once when the client goes away', async (_, subscribe) => {
  await using gateway = await startToyGateway();
  const subscribed = once(gateway.events, 'news subscribed');
  const client = await subscribe(gateway.url, 'subscription { news }');
  await subscribed;
  const returned = once(gateway.events, 'news returned');
  await client.close();
  await returned;
});

test.each(TRANSPORTS)('%s: thousands of events pass whole and in order', async (_, subscribe) => {
  await using gateway = await startToyGateway();
  const query = 'subscription { flood(count: 3000, size: 4) }';
  await using client = await subscribe(gateway.url, query);
  const results = await collect(client);
  expect(results.map(({ data }) => parseInt(String(data?.['flood']), 10))).toEqual(
    Array.from({ length: 3000 }, (_, n) => n + 1),
  );
});

const FAILURES = [
  ['bug', { message: 'Unexpected error.', code: 'INTERNAL_SERVER_ERROR' }],
  ['library', { message: 'Unexpected error.', code: 'INTERNAL_SERVER_ERROR' }],
  ['expected', { message: 'no such thing', code: 'NOT_THERE' }],
] as const;

test.each(
  TRANSPORTS.flatMap(([name, subscribe]) => FAILURES.map(([how, told]) => [name, how, told, subscribe] as const)),
)('%s: what a source throws (%s) is the last result, then complete', async (_, how, told, subscribe) => {
  await using gateway = await startToyGateway();
  await using client = await subscribe(gateway.url, `subscription { one: failing(how: "${how}") }`);
  const results = await collect(client);
  expect(results).toEqual([
    { data: { one: 1 } },
    expect.objectContaining({
      errors: [
        expect.objectContaining({
          message: told.message,
          path: ['one'],
          extensions: expect.objectContaining({ code: told.code }),
        }),
      ],
    }),
  ]);
  expect(JSON.stringify(results)).not.toMatch(/secret|10\.0\.0\.7|"http"|"unexpected"/);
  const logged = gateway.lines.filter(({ msg }) => msg === 'unexpected error');
  expect(logged).toHaveLength(how === 'expected' ? 0 : 1);
  if (how !== 'expected') expect(results[1]?.errors?.[0]?.extensions?.['requestId']).toBe(logged[0]?.['requestId']);
});

test.each(TRANSPORTS)('%s: a field of an event that fails is masked, and logged with the id', async (_, subscribe) => {
  await using gateway = await startToyGateway();
  await using client = await subscribe(gateway.url, 'subscription { event { hello broken missing } }');
  const [result] = await collect(client);
  expect(result?.data).toEqual({ event: { hello: 'world', broken: null, missing: null } });
  expect(result?.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INTERNAL_SERVER_ERROR', 'NOT_THERE']);
  expect(gateway.lines.find(({ msg }) => msg === 'unexpected error')).toMatchObject({
    requestId: result?.errors?.[0]?.extensions?.['requestId'],
  });
});

test.each(TRANSPORTS)('%s: the log has a line for the start and one for the end', async (_, subscribe) => {
  await using gateway = await startToyGateway();
  const query = 'subscription Watch($how: String!) { failing(how: $how) }';
  await using client = await subscribe(gateway.url, query, { how: 'expected' });
  await collect(client);
  const lines = gateway.lines.filter(({ msg }) => msg === 'operation' || msg === 'subscription ended');
  expect(lines).toEqual([
    expect.objectContaining({ msg: 'operation', operation: 'Watch', type: 'subscription' }),
    expect.objectContaining({ msg: 'subscription ended', operation: 'Watch', events: 2, errorCodes: ['NOT_THERE'] }),
  ]);
  expect(lines[0]?.['requestId']).toBe(lines[1]?.['requestId']);
});

test('one client may have so many subscriptions at a time, over both transports together', async () => {
  await using gateway = await startToyGateway({ limits: { subscriptionsPerClient: 3 } });
  const query = 'subscription { ticks }';
  await using sse = await subscribeSse(gateway.url, query);
  await using ws = await subscribeWs(gateway.url, query);
  await using another = await subscribeWs(gateway.url, query);
  for (const client of [sse, ws, another]) expect((await client.next()).value).toEqual({ data: { ticks: 1 } });
  const refusal = {
    errors: [
      {
        message: expect.stringMatching(/^One client may have 3 subscriptions at a time, /),
        extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', limit: 3 },
      },
    ],
  };
  for (const [, subscribe] of TRANSPORTS) {
    await using refused = await subscribe(gateway.url, query);
    expect(await collect(refused)).toMatchObject([refusal]);
  }
  expect(gateway.calls.filter((name) => name === 'ticks waits').length).toBeLessThanOrEqual(3);
});

test('200 subscriptions from one client: 100 run, 100 are refused, and their places are free again afterwards', async () => {
  await using gateway = await startToyGateway();
  const client = createClient({ url: gateway.url.replace('http', 'ws'), webSocketImpl: WebSocket });
  let refused = 0;
  let left = 0;
  const allRefused = Promise.withResolvers<void>();
  const allLeft = Promise.withResolvers<void>();
  gateway.events.on('news returned', () => {
    left += 1;
    if (left === 100) allLeft.resolve();
  });
  for (let n = 1; n <= 200; n += 1) {
    client.subscribe(
      { query: 'subscription { news }' },
      {
        next({ errors }) {
          expect(errors?.[0]?.extensions?.['code']).toBe('TOO_MANY_SUBSCRIPTIONS');
          refused += 1;
          if (refused === 100) allRefused.resolve();
        },
        error: allRefused.reject,
        complete() {},
      },
    );
  }
  await allRefused.promise;
  await client.dispose();
  await allLeft.promise;
  expect([refused, left]).toEqual([100, 100]);
  await using again = await subscribeSse(gateway.url, 'subscription { ticks }');
  expect((await again.next()).value).toEqual({ data: { ticks: 1 } });
});

test('clients are told apart by their keys', async () => {
  const keys = ['first-key-0123456789', 'second-key-0123456789'];
  await using gateway = await startToyGateway({ config: { apiKeys: keys }, limits: { subscriptionsPerClient: 1 } });
  const subscribe = (key: string | undefined) =>
    subscribeSse(gateway.url, 'subscription { ticks }', {}, { authorization: `Bearer ${key}` });
  await using first = await subscribe(keys[0]);
  await using second = await subscribe(keys[1]);
  await using third = await subscribe(keys[0]);
  expect((await first.next()).value).toEqual({ data: { ticks: 1 } });
  expect((await second.next()).value).toEqual({ data: { ticks: 1 } });
  expect((await third.next()).value).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] });
});

test.each(TRANSPORTS)('%s: closing the gateway ends it with complete', async (_, subscribe) => {
  const gateway = await startToyGateway();
  await using client = await subscribe(gateway.url, 'subscription { ticks }');
  expect((await client.next()).value).toEqual({ data: { ticks: 1 } });
  const closed = gateway.close();
  expect(await client.next()).toEqual({ done: true, value: undefined });
  await closed;
});

test('server-sent events: a comment now and then keeps proxies from dropping a silent stream', async () => {
  await using gateway = await startToyGateway();
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { news }' }),
  });
  let comments = 0;
  // Yoga writes one every 12 s, and every 300 ms where NODE_ENV is test.
  for await (const text of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    comments += text.split(':\n\n').length - 1;
    if (comments >= 2) break;
  }
});
