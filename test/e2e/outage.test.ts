import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { createLogger } from '../../src/base/log.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { connectTelegram, type TelegramOptions } from '../../src/telegram/gramjs/connect.ts';
import { Api } from '../../src/telegram/tl.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';
import { sessionAt, startTcpProxy } from '../support/tcp-proxy.ts';

vi.setConfig({ testTimeout: 30_000 });

const self = () => new Api.users.GetUsers({ id: [new Api.InputUserSelf()] });

/** The owner's connection, and what it logs from `info` on. */
async function connect(
  sandbox: Sandbox,
  { port = sandbox.port, ...options }: Partial<TelegramOptions> & { readonly port?: number } = {},
) {
  const lines: { readonly level: string; readonly msg: string; readonly failures?: number }[] = [];
  const log = createLogger({ level: 'info', destination: { write: (line) => void lines.push(JSON.parse(line)) } });
  const connection = await connectTelegram(
    { apiId: 1, apiHash: 'hash', session: sessionAt(account(sandbox, 'owner').session, port), serverPublicKey: null },
    { log, ...options },
  );
  return { ...connection, lines, [Symbol.asyncDispose]: () => connection.close() };
}

/** Dials without waiting; counts them. */
function countedPause() {
  let dials = 0;
  const reached = new Map<number, () => void>();
  return {
    pause: async () => {
      dials += 1;
      reached.get(dials)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
    atDial: (count: number) => new Promise<void>((resolve) => reached.set(count, resolve)),
  };
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc'); // untyped: a function of V8

/** Sockets that stand or are being dialled. */
function resources(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((kind) => kind.startsWith('TCPSocket') || kind.startsWith('TCPConnect'));
}

function usage() {
  collect();
  const sockets = process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP')).length;
  return { sockets, heap: process.memoryUsage().heapUsed };
}

test('an outage of hours: hundreds of dials leave nothing behind, few lines are logged, and calls go on afterwards', async () => {
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', note);
  await using sandbox = await startSandbox();
  const { pause, atDial } = countedPause();
  await using telegram = await connect(sandbox, { pause, callTimeoutMs: 100 });
  const early = atDial(100).then(usage);
  const late = atDial(400).then(usage);
  const refusal = sandbox.faults.add({ fault: { kind: 'refuse' } });
  const before = await early;
  expect(telegram.status()).toMatchObject({ state: 'DOWN', end: null });
  expect(await telegram.fault()).toContain('reconnecting');
  await expect(telegram.port.invoke(self())).rejects.toMatchObject({
    name: 'TransportFailure',
    outcome: 'NOT_EXECUTED',
  });
  const after = await late;
  expect(after.sockets - before.sockets).toBeLessThanOrEqual(1);
  expect(after.heap - before.heap).toBeLessThan(1_000_000);
  const calls: string[] = [];
  sandbox.watch(({ method }) => calls.push(method));
  refusal.remove();
  await expect.poll(() => telegram.fault(), { timeout: 5_000 }).toBeNull();
  await expect(telegram.port.invoke(self())).resolves.toHaveLength(1);
  expect(calls, 'GramJS asks nothing of its own').toEqual(['users.GetUsers']);

  const warnings = telegram.lines.filter(({ level }) => level === 'warn');
  const told = warnings.map(({ failures }) => failures);
  expect(told.slice(0, 10)).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256]);
  expect(warnings.length).toBeLessThan(20);
  expect(telegram.lines.at(-1)).toMatchObject({ level: 'info', msg: 'connected to Telegram again' });
  process.off('unhandledRejection', note);
  expect(rejections).toEqual([]);
});

test('connections that are taken and dropped at once count as failures: pauses grow, few lines are logged', async () => {
  await using sandbox = await startSandbox();
  await using proxy = await startTcpProxy(sandbox);
  const pauses: number[] = [];
  const third = Promise.withResolvers<void>();
  const pause = async (milliseconds: number) => {
    if (pauses.push(milliseconds) === 3) third.resolve();
  };
  await using telegram = await connect(sandbox, { port: proxy.port, pause });
  // The proxy takes connections, and drops them as nobody is behind it.
  const refusal = sandbox.faults.add({ fault: { kind: 'refuse' } });
  await third.promise;
  expect(pauses[1]).toBeGreaterThanOrEqual(250);
  expect(pauses[2]).toBeGreaterThanOrEqual(500);
  refusal.remove();
  await expect(telegram.port.invoke(self())).resolves.toHaveLength(1);
  expect(telegram.lines.map(({ msg }) => msg)).toContain('connected to Telegram again');
});

test('closed in the middle of an outage: no dial follows, no socket is left', async () => {
  await using sandbox = await startSandbox();
  const before = resources();
  const { pause, atDial } = countedPause();
  const telegram = await connect(sandbox, { pause });
  const dialling = atDial(10);
  sandbox.faults.add({ fault: { kind: 'refuse' } });
  await dialling;
  const calls = [telegram.port.invoke(self()), telegram.port.invoke(self())].map((call) =>
    expect(call).rejects.toThrow(),
  );
  await telegram.close();
  await Promise.all(calls);
  await expect.poll(() => resources().length).toBeLessThanOrEqual(before.length);
});

test('closed while the last answers of an ended session are waited for: nothing waits on', async () => {
  await using sandbox = await startSandbox();
  const telegram = await connect(sandbox);
  const started = vi.spyOn(globalThis, 'setTimeout');
  const cleared = vi.spyOn(globalThis, 'clearTimeout');
  try {
    sandbox.faults.add({ fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } });
    await expect(telegram.port.invoke(self())).rejects.toMatchObject({ type: 'SESSION_REVOKED' });
    const waits = started.mock.results.filter((_, each) => started.mock.calls[each]?.[1] === 500);
    expect(waits.length).toBeGreaterThan(0);
    await telegram.close();
    for (const { value } of waits) expect(cleared).toHaveBeenCalledWith(value);
  } finally {
    vi.restoreAllMocks();
  }
});

test('half-open: the missed ping tells, the connection is made anew, and what was asked is answered', async () => {
  await using sandbox = await startSandbox();
  await using telegram = await connect(sandbox, { pingEveryMs: 50, callTimeoutMs: 400 });
  sandbox.faults.add({ fault: { kind: 'halfOpen' } });
  await expect(telegram.port.invoke(self())).rejects.toMatchObject({
    name: 'TransportFailure',
    outcome: 'UNKNOWN',
    late: null,
  });
  await expect.poll(() => telegram.fault(), { timeout: 8_000 }).toBeNull();
  await expect(telegram.port.invoke(self())).resolves.toHaveLength(1);
  expect(telegram.lines.map(({ msg }) => msg)).toContain('a ping to Telegram got no answer; reconnecting');
});

test.each([-3_600, -86_400, 3_600])(
  'a server whose clock is off by %i s from the start: calls are answered',
  async (seconds) => {
    await using sandbox = await startSandbox();
    sandbox.faults.add({ fault: { kind: 'clockSkew', seconds } });
    await using telegram = await connect(sandbox);
    await expect(telegram.port.invoke(self())).resolves.toHaveLength(1);
  },
);

test.each([-3_600, 3_600])('a server whose clock jumps by %i s under way: calls go on', async (seconds) => {
  await using sandbox = await startSandbox();
  await using telegram = await connect(sandbox);
  for (let count = 0; count < 20; count += 1) await telegram.port.invoke(self());
  const skew = sandbox.faults.add({ fault: { kind: 'clockSkew', seconds } });
  const answers = await Promise.all(Array.from({ length: 20 }, () => telegram.port.invoke(self())));
  expect(answers).toHaveLength(20);
  skew.remove();
  await expect(Promise.all(Array.from({ length: 20 }, () => telegram.port.invoke(self())))).resolves.toHaveLength(20);
  await expect(telegram.port.invoke(self())).resolves.toHaveLength(1);
});
