import { Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createLogger } from '../../src/base/log.ts';
import { connectTelegram } from '../../src/telegram/gramjs/connect.ts';
import { Api } from '../../src/telegram/tl.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';

const self = () => new Api.users.GetUsers({ id: [new Api.InputUserSelf()] });

/** A connection to a sandbox, and the right to use its session in the test's hand. */
async function connect() {
  const sandbox = await startSandbox();
  let may = true;
  const calls: string[] = [];
  sandbox.watch(({ method }) => calls.push(method));
  const telegram = await connectTelegram(
    { apiId: 1, apiHash: 'hash', session: account(sandbox, 'owner').session, serverPublicKey: sandbox.publicKey },
    { log: createLogger({ level: 'silent' }), mayUse: () => may, callTimeoutMs: 1_000, pause: async () => {} },
  );
  calls.length = 0; // connecting makes calls of its own
  return {
    telegram,
    calls,
    allow(allowed: boolean) {
      may = allowed;
    },
    async [Symbol.asyncDispose]() {
      await telegram.close();
      await sandbox.close();
    },
  };
}

test('suspended: the connection ends with a reset and none is dialled; calls are not executed; allowed again, all goes on', async () => {
  await using scene = await connect();
  const { telegram, calls, allow } = scene;
  expect(await telegram.port.invoke(self())).toHaveLength(1);
  const reset = vi.spyOn(Socket.prototype, 'resetAndDestroy');
  const dialled = vi.spyOn(Socket.prototype, 'connect');
  allow(false);
  telegram.suspend();
  expect(reset).toHaveBeenCalledOnce();
  await expect(telegram.port.invoke(self())).rejects.toMatchObject({ outcome: 'NOT_EXECUTED' });
  expect(telegram.status().state).toBe('DOWN');
  expect([calls.length, dialled.mock.calls.length]).toEqual([1, 0]);
  allow(true);
  expect(await telegram.port.invoke(self())).toHaveLength(1);
  vi.restoreAllMocks();
});

test('a process that was stopped and has not been told yet sends nothing: each packet asks first', async () => {
  await using scene = await connect();
  const { telegram, calls, allow } = scene;
  allow(false);
  await expect(telegram.port.invoke(self())).rejects.toMatchObject({ name: 'TransportFailure' });
  expect(calls).toEqual([]);
  allow(true);
  await expect.poll(() => telegram.port.invoke(self()).catch(() => null), { timeout: 5_000 }).toHaveLength(1);
});
