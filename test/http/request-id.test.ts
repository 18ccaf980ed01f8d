import { expect, test } from 'vitest';
import { post } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an answer carries a request id of its own', async () => {
  await using gateway = await startToyGateway();
  const first = await post(gateway.url, '{ hello }');
  const second = await post(gateway.url, '{ hello }');
  expect(first.headers.get('x-request-id')).toMatch(UUID);
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
});

test('an id that a proxy chose is kept in the answer, the log and a masked error', async () => {
  await using gateway = await startToyGateway();
  const id = '4bf92f3577b34da6a3ce929d0e0e4736';
  const answer = await post(gateway.url, '{ broken }', { headers: { 'x-request-id': id } });
  expect(answer.headers.get('x-request-id')).toBe(id);
  expect(answer.body.errors?.[0]?.extensions?.['requestId']).toBe(id);
  expect(gateway.lines.map((line) => line['requestId'])).toEqual([id, id]);
});

test.each(['a b', 'x'.repeat(65), '<script>', '{"a":1}', ''])(
  'an id that could do harm is replaced: %j',
  async (id) => {
    await using gateway = await startToyGateway();
    const answer = await post(gateway.url, '{ hello }', { headers: { 'x-request-id': id } });
    expect(answer.headers.get('x-request-id')).toMatch(UUID);
  },
);

test('refusals and health checks carry an id too', async () => {
  await using gateway = await startToyGateway();
  for (const path of ['/nowhere', '/healthz', '/readyz']) {
    const answer = await fetch(gateway.origin + path);
    expect(answer.headers.get('x-request-id')).toMatch(UUID);
  }
});
