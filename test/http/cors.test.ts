import { expect, test } from 'vitest';
import { startToyGateway } from './support/toy-gateway.ts';

const ORIGINS = ['https://app.example.com', 'http://localhost:3000'];

const preflight = (url: string, origin: string) =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    },
  });

const accessHeaders = (response: Response) =>
  [...response.headers.keys()].filter((name) => name.startsWith('access-control'));

test('with no origins listed no answer carries a CORS header', async () => {
  await using gateway = await startToyGateway();
  const actual = await fetch(gateway.url, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ hello }' }),
  });
  expect(accessHeaders(actual)).toEqual([]);
  expect(accessHeaders(await preflight(gateway.url, 'https://evil.example'))).toEqual([]);
});

test.each(ORIGINS)('a listed origin may call, without credentials: %s', async (origin) => {
  await using gateway = await startToyGateway({ config: { corsOrigins: ORIGINS, apiKeys: ['key'] } });
  const answer = await preflight(gateway.url, origin);
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST');
  const allowed = answer.headers.get('access-control-allow-headers')?.split(/, ?/);
  expect(allowed).toEqual(expect.arrayContaining(['authorization', 'x-deadline-ms', 'x-wait-for-floods']));
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  expect(answer.headers.get('vary')).toContain('Origin');
});

test('a listed origin can read a refusal and the request id', async () => {
  await using gateway = await startToyGateway({ config: { corsOrigins: ORIGINS, apiKeys: ['key'] } });
  const answer = await fetch(gateway.url, { method: 'POST', headers: { origin: 'http://localhost:3000' } });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
  expect(answer.headers.get('access-control-expose-headers')).toContain('x-request-id');
});

test.each(['https://evil.example', 'null', 'http://localhost:3001', 'https://app.example.com.evil.example'])(
  'an origin that is not listed gets no CORS header: %s',
  async (origin) => {
    await using gateway = await startToyGateway({ config: { corsOrigins: ORIGINS } });
    const answer = await preflight(gateway.url, origin);
    expect(accessHeaders(answer)).toEqual([]);
    expect(answer.headers.get('vary')).toContain('Origin');
  },
);
