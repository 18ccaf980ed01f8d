import { expect, test } from 'vitest';
import { codes, read } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

test.each(['/health', '/foo/graphql', '/graphql/x', '/graphqlx'])('nothing is at %s: 404 with a hint', async (path) => {
  await using gateway = await startToyGateway();
  const answer = await read(await fetch(gateway.origin + path, { headers: { accept: 'text/html' } }));
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(codes(answer)).toEqual(['NOT_FOUND']);
  expect(answer.body.errors?.[0]?.message).toContain('/graphql');
});

test('every answer forbids content sniffing and sends no referrer', async () => {
  await using gateway = await startToyGateway();
  for (const path of ['/', '/healthz', '/graphql']) {
    const { headers } = await fetch(gateway.origin + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});
