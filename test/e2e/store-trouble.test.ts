import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { makeDataDir } from '../support/data-dir.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

vi.setConfig({ testTimeout: 30_000 });

const EXPORT = `mutation ($key: String) {
  exportChatInvite(input: { peer: "sandbox_community", idempotencyKey: $key }) { __typename }
}`;

const typeOfExport = async (gateway: TestGateway, key: string | null) =>
  (await gateway.query(EXPORT, { key })).data?.['exportChatInvite']?.['__typename'];

const get = async (gateway: TestGateway, path: string) => {
  const response = await fetch(new URL(path, gateway.app.url));
  return { status: response.status, ...(await response.json()) };
};

const exportsOf = (gateway: TestGateway) => gateway.calls.filter((call) => call === 'messages.ExportChatInvite').length;

test('gateway.db moved away under the gateway: readiness warns, keys are refused, nothing is sent for them; back: as before', async () => {
  await using dataDir = await makeDataDir();
  await using gateway = await startTestGateway({ env: { DATA_DIR: dataDir.path } });
  const path = join(dataDir.path, 'gateway.db');
  expect(await typeOfExport(gateway, 'before')).toBe('ExportedChatInvite');
  expect(await get(gateway, '/readyz')).toEqual({ status: 'ready' });

  await rename(path, `${path}.away`);
  expect(await typeOfExport(gateway, 'while')).toBe('IdempotencyUnavailableError');
  expect(exportsOf(gateway)).toBe(1);
  expect(await typeOfExport(gateway, null)).toBe('ExportedChatInvite');
  await expect
    .poll(() => get(gateway, '/readyz'), { timeout: 10_000 })
    .toEqual({ status: 'ready', warning: 'The file of the store was removed or replaced.' });

  await rename(`${path}.away`, path);
  expect(await typeOfExport(gateway, 'while')).toBe('ExportedChatInvite');
  await expect.poll(() => get(gateway, '/readyz'), { timeout: 10_000 }).toEqual({ status: 'ready' });
});

test('gateway.db locked by another program: keys are refused, all else is answered meanwhile, readiness warns', async () => {
  await using dataDir = await makeDataDir();
  await using gateway = await startTestGateway({ env: { DATA_DIR: dataDir.path } });
  using other = new DatabaseSync(join(dataDir.path, 'gateway.db'));
  other.exec('begin immediate');
  const told: string[] = [];
  const keyed = Promise.all(
    ['a', 'b', 'c'].map(async (key) => {
      expect(await typeOfExport(gateway, key)).toBe('IdempotencyUnavailableError');
      told.push('keyed');
    }),
  );
  expect((await get(gateway, '/healthz')).status).toBe('ok');
  expect(await typeOfExport(gateway, null)).toBe('ExportedChatInvite');
  told.push('without a key');
  await keyed;
  expect(told).toEqual(['without a key', 'keyed', 'keyed', 'keyed']);
  expect(exportsOf(gateway)).toBe(1);
  await expect
    .poll(() => get(gateway, '/readyz'), { timeout: 10_000 })
    .toEqual({ status: 'ready', warning: 'The store is locked by another program.' });

  other.exec('commit');
  expect(await typeOfExport(gateway, 'a')).toBe('ExportedChatInvite');
  await expect.poll(() => get(gateway, '/readyz'), { timeout: 10_000 }).toEqual({ status: 'ready' });
});

test('a link that is looked for while the store cannot be written: the outcome is unknown, not an unexpected error', async () => {
  await using dataDir = await makeDataDir();
  await using gateway = await startTestGateway({ env: { DATA_DIR: dataDir.path } });
  expect(await typeOfExport(gateway, null)).toBe('ExportedChatInvite');
  using other = new DatabaseSync(join(dataDir.path, 'gateway.db'));
  other.exec('begin immediate');
  const fault = { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when: 'after' } as const;
  gateway.sandbox.faults.add({ method: 'messages.exportChatInvite', fault });
  expect(await typeOfExport(gateway, null)).toBe('TelegramUnavailableError');
  expect(gateway.logLines.join('')).toContain('the store cannot tell to whom a link was given');
  other.exec('rollback');
});
