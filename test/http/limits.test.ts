import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/http/limits.ts';
import { codes, post, read } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const nested = (depth: number) => `${'{ self '.repeat(depth - 1)}{ hello }${' }'.repeat(depth - 1)}`;

test.each([
  ['depth 100', nested(100), 'QUERY_TOO_DEEP', /more than 12 levels/],
  ['one level too deep', nested(DEFAULT_LIMITS.depth + 1), 'QUERY_TOO_DEEP', /more than 12 levels/],
  ['1,000 aliases', `{ ${repeat(1000, (i) => `a${i}: hello`)} }`, 'TOO_MANY_TOKENS', /more than 1000 tokens/],
  ['16 aliases', `{ ${repeat(16, (i) => `a${i}: hello`)} }`, 'TOO_MANY_ALIASES', /more than 15 aliases/],
  ['16 aliased mutations', `mutation { ${repeat(16, (i) => `a${i}: poke`)} }`, 'TOO_MANY_ALIASES', /more than 15/],
  ['1,001 tokens', `{ ${repeat(999, () => 'hello')} }`, 'TOO_MANY_TOKENS', /more than 1000 tokens/],
  ['21 directives', `{ ${repeat(21, () => 'hello @include(if: true)')} }`, 'TOO_MANY_DIRECTIVES', /more than 20/],
  [
    'a list of 100,000',
    '{ items(first: 100000) { hello } }',
    'QUERY_TOO_COSTLY',
    /100000 rows .*at most 10000.*first: 500/,
  ],
])('%s is refused before anything runs', async (_, query, code, message) => {
  await using gateway = await startToyGateway();
  const answer = await post(gateway.url, query);
  expect(answer.status).toBe(400);
  expect(answer.body.data).toBeUndefined();
  expect(codes(answer)).toEqual([code]);
  expect(answer.body.errors?.[0]?.message).toMatch(message);
  expect(gateway.calls).toEqual([]);
});

test('aliases hidden in fragments count too', async () => {
  await using gateway = await startToyGateway();
  const query = `{ ...F } fragment F on Query { ${repeat(16, (i) => `a${i}: hello`)} }`;
  expect(codes(await post(gateway.url, query))).toEqual(['TOO_MANY_ALIASES']);
});

test('a refused document is refused again, when its parts are in the cache', async () => {
  await using gateway = await startToyGateway();
  for (const query of [nested(100), `{ ${repeat(1000, (i) => `a${i}: hello`)} }`]) {
    const first = await post(gateway.url, query);
    const second = await post(gateway.url, query);
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(400);
  }
});

test('what stands exactly at a limit passes', async () => {
  await using gateway = await startToyGateway({ limits: { tokens: 50 } });
  for (const query of [nested(12), `{ ${repeat(15, (i) => `a${i}: hello`)} }`, `{ ${repeat(48, () => 'hello')} }`]) {
    const answer = await post(gateway.url, query);
    expect(answer.body.errors).toBeUndefined();
  }
});

test('introspection as GraphiQL sends it passes', async () => {
  await using gateway = await startToyGateway();
  const query = getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true, oneOf: true });
  const answer = await post(gateway.url, query);
  expect(answer.body.errors).toBeUndefined();
  expect(answer.body.data).toHaveProperty('__schema.types');
});

test('a query of 1 MB is refused unread, its length told beforehand', async () => {
  await using gateway = await startToyGateway();
  const answer = await post(gateway.url, `{ hello } #${'x'.repeat(1_000_000)}`);
  expect(answer.status).toBe(413);
  expect(codes(answer)).toEqual(['REQUEST_ENTITY_TOO_LARGE']);
  expect(gateway.calls).toEqual([]);
});

test('a query of 1 MB is refused when it arrives in chunks of unknown length', async () => {
  await using gateway = await startToyGateway();
  const sending = request(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' } });
  const response = once(sending, 'response');
  sending.write('{"query":"{ hello } #');
  for (let sent = 0; sent < 100; sent += 1) sending.write('x'.repeat(10_000));
  sending.end('"}');
  const [answer]: IncomingMessage[] = await response;
  expect(answer?.statusCode).toBe(413);
  expect(answer && JSON.parse(await text(answer))).toMatchObject({ errors: [{ message: 'Request body too large' }] });
  expect(gateway.calls).toEqual([]);
});

test('a caller that never stops sending is cut off', async () => {
  await using gateway = await startToyGateway();
  const sending = request(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' } });
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  sending.on('error', () => {}).on('close', resolve);
  const send = () => sending.write('x'.repeat(100_000), () => setImmediate(() => sending.destroyed || send()));
  send();
  const [answer]: IncomingMessage[] = await once(sending, 'response');
  expect(answer?.statusCode).toBe(413);
  answer?.on('error', () => {}).resume();
  await closed;
});

test('a batch of operations is refused as a whole', async () => {
  await using gateway = await startToyGateway();
  const answer = await read(
    await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ hello }' }, { query: '{ hello }' }]),
    }),
  );
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.[0]?.message).toBe('Batching is not supported.');
  expect(gateway.calls).toEqual([]);
});
