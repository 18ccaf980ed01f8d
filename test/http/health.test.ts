import { expect, test } from 'vitest';
import { startToyGateway, type ToyGateway } from './support/toy-gateway.ts';

const get = async (gateway: ToyGateway, path: string) => {
  const response = await fetch(gateway.origin + path);
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
