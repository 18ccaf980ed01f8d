import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startToyGateway, type ToyGateway } from './support/toy-gateway.ts';

/** `fetch` does not let one choose the Host header. */
async function getWithHost(
  gateway: ToyGateway,
  host: string,
  path = '/healthz',
): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  request(gateway.origin + path, { headers: { host } }, async (response) =>
    resolve({ status: response.statusCode ?? 0, body: await text(response) }),
  )
    .on('error', reject)
    .end();
  return promise;
}

test.each([
  'evil.example',
  'evil.example:4000',
  '127.0.0.1.evil.example',
  '10.0.0.1',
  'localhost.evil.example',
  '0.0.0.0',
])('without keys, a request addressed to %s is refused', async (host) => {
  await using gateway = await startToyGateway();
  for (const path of ['/graphql', '/schema.graphql']) {
    const answer = await getWithHost(gateway, host, path);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN_HOST' } }] });
  }
});

test.each(['localhost', 'localhost:4000', '127.0.0.1:1', '[::1]:4000', 'LOCALHOST', '127.8.9.1'])(
  'without keys, a request addressed to %s is answered',
  async (host) => {
    await using gateway = await startToyGateway();
    expect((await getWithHost(gateway, host)).status).toBe(200);
  },
);

test('with keys, any name is answered', async () => {
  await using gateway = await startToyGateway({ config: { apiKeys: ['key'] } });
  expect((await getWithHost(gateway, 'gateway.example.com', '/graphql')).status).toBe(401);
});

test.each(['%%%', 'a b', 'http://x', '@', '[::'])('a Host header that is no host is refused: %s', async (host) => {
  await using gateway = await startToyGateway();
  const answer = await getWithHost(gateway, host, '/graphql');
  expect([400, 403]).toContain(answer.status);
});
