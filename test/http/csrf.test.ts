import { expect, test } from 'vitest';
import { codes, read } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const form = () => {
  const data = new FormData();
  data.set('operations', JSON.stringify({ query: 'mutation { poke }' }));
  data.set('map', '{}');
  return data;
};

test.each<[string, RequestInit]>([
  ['a form', { method: 'POST', body: new URLSearchParams({ query: 'mutation { poke }' }) }],
  ['a multipart form', { method: 'POST', body: form() }],
  ['plain text', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"mutation { poke }"}' }],
  ['no content type', { method: 'POST', body: new Blob(['{"query":"mutation { poke }"}']) }],
])('a request that any page could send runs nothing: %s', async (_, init) => {
  await using gateway = await startToyGateway();
  const answer = await read(await fetch(gateway.url, init));
  expect(answer.status).toBe(403);
  expect(codes(answer)).toEqual(['CSRF_PREVENTED']);
  expect(answer.body.errors?.[0]?.message).toContain('application/json');
  expect(gateway.calls).toEqual([]);
});

test('a GET needs a header that no page sends unasked', async () => {
  await using gateway = await startToyGateway();
  const url = `${gateway.url}?query=${encodeURIComponent('{ hello }')}`;
  expect((await fetch(url)).status).toBe(403);
  const answer = await read(await fetch(url, { headers: { 'x-graphql-yoga-csrf': '1' } }));
  expect(answer.body.data).toEqual({ hello: 'world' });
});

test('a mutation by GET is refused, header or not', async () => {
  await using gateway = await startToyGateway();
  const url = `${gateway.url}?query=${encodeURIComponent('mutation { poke }')}`;
  const answer = await read(await fetch(url, { headers: { 'x-graphql-yoga-csrf': '1' } }));
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  expect(codes(answer)).toEqual(['METHOD_NOT_ALLOWED']);
  expect(gateway.calls).toEqual([]);
});

test('a multipart request is not read, even with the header', async () => {
  await using gateway = await startToyGateway();
  const answer = await read(
    await fetch(gateway.url, { method: 'POST', headers: { 'x-graphql-yoga-csrf': '1' }, body: form() }),
  );
  expect(answer.status).toBe(415);
  expect(gateway.calls).toEqual([]);
});
