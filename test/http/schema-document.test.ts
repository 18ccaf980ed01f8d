import { buildSchema, introspectionFromSchema } from 'graphql';
import { expect, test } from 'vitest';
import { codes, post, read } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const INTROSPECTION = '{ __schema { types { name } } }';
const namesOf = (sdl: string) =>
  introspectionFromSchema(buildSchema(sdl))
    .__schema.types.map(({ name }) => name)
    .sort();

test('the schema is served as text, the same as introspection tells, and is known again by its ETag', async () => {
  await using gateway = await startToyGateway();
  const answer = await fetch(`${gateway.origin}/schema.graphql`);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/graphql; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  });
  const { data } = (await post(gateway.url, INTROSPECTION)).body as {
    data: { __schema: { types: { name: string }[] } };
  };
  expect(namesOf(await answer.text())).toEqual(data.__schema.types.map(({ name }) => name).sort());

  const etag = answer.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  for (const known of [etag, `"other", W/${etag}`, '*']) {
    const again = await fetch(`${gateway.origin}/schema.graphql`, { headers: { 'if-none-match': known } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  }
  const head = await fetch(`${gateway.origin}/schema.graphql`, { method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
});

test.each([
  ['no key', {}, 401],
  ['a wrong key', { authorization: 'Bearer first-key-0123456780' }, 401],
  ['a key', { authorization: 'Bearer first-key-0123456789' }, 200],
])('with keys set, whoever comes with %s gets what introspection gives', async (_, headers, status) => {
  await using gateway = await startToyGateway({ config: { apiKeys: ['first-key-0123456789'] } });
  expect((await post(gateway.url, INTROSPECTION, { headers })).status).toBe(status);
  const answer = await fetch(`${gateway.origin}/schema.graphql`, { headers });
  expect(answer.status).toBe(status);
  expect((await answer.text()).includes('type Query')).toBe(status === 200);
});

test('nothing can be sent there', async () => {
  await using gateway = await startToyGateway();
  const answer = await fetch(`${gateway.origin}/schema.graphql`, { method: 'POST' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect(codes(await read(answer))).toEqual(['METHOD_NOT_ALLOWED']);
});
