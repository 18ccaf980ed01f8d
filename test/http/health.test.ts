import { expect, test } from 'vitest';
import { callScope } from '../../src/base/call-scope.ts';
import type { Readiness } from '../../src/http/server.ts';
import { startToyGateway, type ToyGateway } from './support/toy-gateway.ts';

const get = async (gateway: ToyGateway, path: string, headers = {}) => {
  const response = await fetch(gateway.origin + path, { headers });
  return { status: response.status, body: await response.json() };
};

test('healthz: 200 while the process serves, whatever Telegram does', async () => {
  await using gateway = await startToyGateway({
    readiness: async () => ({ ready: false, reason: 'Telegram is away.' }),
  });
  expect(await get(gateway, '/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
});

test('readyz: 200 when the check says so', async () => {
  await using gateway = await startToyGateway();
  expect(await get(gateway, '/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
});

test('readyz: 503 with the reason otherwise', async () => {
  await using gateway = await startToyGateway({
    readiness: async () => ({ ready: false, reason: 'Telegram is away.' }),
  });
  expect(await get(gateway, '/readyz')).toEqual({
    status: 503,
    body: { status: 'not ready', reason: 'Telegram is away.' },
  });
});

test('readyz: 503 when the check does not answer in time', async () => {
  await using gateway = await startToyGateway({
    readiness: () => new Promise(() => {}),
    limits: { readinessDeadlineMs: 20 },
  });
  expect(await get(gateway, '/readyz')).toMatchObject({
    status: 503,
    body: { reason: expect.stringContaining('0.02 s') },
  });
});

test('readyz: 503 when the check throws, and only the log says why', async () => {
  await using gateway = await startToyGateway({
    readiness: async () => {
      throw new Error('inner detail');
    },
  });
  const { status, body } = await get(gateway, '/readyz');
  expect(status).toBe(503);
  expect(JSON.stringify(body)).not.toContain('inner detail');
  expect(gateway.lines).toMatchObject([{ level: 'error', err: { message: 'inner detail' } }]);
});

test('readyz: one question at a time whoever asks, and its answer holds for a second', async () => {
  const asked: PromiseWithResolvers<Readiness>[] = [];
  await using gateway = await startToyGateway({
    readiness: () => {
      asked.push(Promise.withResolvers());
      return asked.at(-1)?.promise ?? Promise.reject();
    },
    limits: { readinessDeadlineMs: 20 },
  });
  // Nobody is answered in time, and still nobody asks a second time.
  for (let tries = 0; tries < 3; tries += 1) expect((await get(gateway, '/readyz')).status).toBe(503);
  expect(asked).toHaveLength(1);
  asked[0]?.resolve({ ready: true });
  expect(await Promise.all(Array.from({ length: 20 }, async () => (await get(gateway, '/readyz')).status))).toEqual(
    Array(20).fill(200),
  );
  expect(asked).toHaveLength(1);
  await expect.poll(async () => (await get(gateway, '/readyz')).status, { timeout: 5_000 }).toBe(503);
  expect(asked).toHaveLength(2);
});

test('readyz: what ends one caller’s request does not end the question', async () => {
  const { promise, resolve } = Promise.withResolvers<Readiness>();
  const scopes: unknown[] = [];
  await using gateway = await startToyGateway({
    readiness: () => {
      scopes.push(callScope());
      return promise;
    },
  });
  const answer = get(gateway, '/readyz');
  await expect.poll(() => scopes).toEqual([undefined]);
  resolve({ ready: true });
  expect((await answer).status).toBe(200);
});

test('readyz: with keys, the reason is for callers that have one', async () => {
  const key = 'first-key-0123456789';
  for (const readiness of [
    { ready: false, reason: 'Telegram is away.' },
    { ready: true, warning: 'The account only reads.' },
  ] as const) {
    await using gateway = await startToyGateway({
      config: { apiKeys: [`web:${key}`] },
      readiness: async () => readiness,
    });
    const { ready, ...why } = readiness;
    const [status, word] = ready ? [200, 'ready'] : [503, 'not ready'];
    expect(await get(gateway, '/readyz')).toEqual({ status, body: { status: word } });
    expect(await get(gateway, '/readyz', { authorization: 'Bearer wrong' })).toEqual({
      status,
      body: { status: word },
    });
    const told = await get(gateway, '/readyz', { authorization: `Bearer ${key}` });
    expect(told).toEqual({ status, body: { status: word, ...why } });
  }
});
