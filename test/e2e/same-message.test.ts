import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withCallScope } from '../../src/base/call-scope.ts';
import { createLogger } from '../../src/base/log.ts';
import type { Fault } from '../../src/sandbox/faults/fault.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { chatOf } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { connectTelegram, type TelegramConnection } from '../../src/telegram/gramjs/connect.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { callScopeOf } from '../support/call-scope.ts';
import { COMMUNITY } from '../support/link-scene.ts';
import { OWNER } from '../support/sandbox-links.ts';
import { startTestGateway } from '../support/start-gateway.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';
import { sessionAt, startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

vi.setConfig({ testTimeout: 30_000 });

const GROUP = new Api.InputPeerChat({ chatId: toLong(7001n) });
const LINK = { className: 'ChatInviteExported', link: expect.stringMatching(/^https:\/\/t\.me\/\+/) };
const self = () => new Api.users.GetUsers({ id: [new Api.InputUserSelf()] });

let sandbox: Sandbox & AsyncDisposable;
let proxy: TcpProxy;
let telegram: TelegramConnection;
/** Exports that reached the sandbox, and how many of them made a link. */
let arrived: number;
let onArrival: (() => void) | undefined;
let linksBefore: number;

async function connect(name: string): Promise<TelegramConnection & AsyncDisposable> {
  const session = sessionAt(account(sandbox, name).session, proxy.port);
  const log = createLogger({ level: 'silent' });
  const connection = await connectTelegram({ apiId: 1, apiHash: 'x', session, serverPublicKey: null }, { log });
  return { ...connection, [Symbol.asyncDispose]: () => connection.close() };
}

async function open(): Promise<void> {
  sandbox = await startSandbox();
  proxy = await startTcpProxy(sandbox);
  telegram = await connectTelegram(
    {
      apiId: 1,
      apiHash: 'x',
      session: sessionAt(account(sandbox, 'owner').session, proxy.port),
      serverPublicKey: null,
    },
    { log: createLogger({ level: 'silent' }) },
  );
  await telegram.port.invoke(self());
  arrived = 0;
  onArrival = undefined;
  linksBefore = sandbox.world.invites.length;
  sandbox.watch(({ method }) => {
    if (method !== 'messages.ExportChatInvite') return;
    arrived += 1;
    onArrival?.();
  });
}
beforeEach(open);
afterEach(async () => {
  await telegram.close();
  await proxy[Symbol.asyncDispose]();
  await sandbox.close();
});

const made = () => sandbox.world.invites.length - linksBefore;
const strike = (fault: Fault, rule: object = {}) =>
  sandbox.faults.add({ method: 'messages.exportChatInvite', fault, ...rule });

/** An export of a caller with so many milliseconds. */
function exportLink(left = 6_000, signal = new AbortController().signal): Promise<Api.TypeExportedChatInvite> {
  const request = new Api.messages.ExportChatInvite({ peer: GROUP });
  return withCallScope(callScopeOf({ left, signal }), () => telegram.port.invoke(request));
}

async function failureOf(call: Promise<unknown>): Promise<TransportFailure> {
  const error: unknown = await call.then(
    () => new Error('expected a failure, the call was answered'),
    (reason: unknown) => reason,
  );
  if (error instanceof TransportFailure) return error;
  throw error;
}

/** Resolves when the next export has reached the sandbox. */
function arrival(): Promise<void> {
  return new Promise((resolve) => {
    onArrival = resolve;
  });
}

describe('a connection that is cut', () => {
  test('while Telegram is at it: the answer comes over the next connection, and Telegram ran it once', async () => {
    strike({ kind: 'delay', ms: 2_000 });
    const call = exportLink();
    await arrival();
    proxy.cut();
    expect(await call).toMatchObject(LINK);
    expect([made(), arrived, proxy.accepted]).toEqual([1, 1, 2]);
  });

  test.each<[string, Fault, number]>([
    ['before it ran', { kind: 'cut' }, 2],
    ['after it ran', { kind: 'cut', when: 'after' }, 1],
    ['with −429 before it ran', { kind: 'transportError', code: -429 }, 2],
    ['with −429 after it ran', { kind: 'transportError', code: -429, when: 'after' }, 1],
  ])('%s: one link, which is answered', async (_, fault, arrivals) => {
    strike(fault);
    expect(await exportLink()).toMatchObject(LINK);
    expect([made(), arrived]).toEqual([1, arrivals]);
  });

  test('again and again: one link for each of sixteen calls', async () => {
    strike({ kind: 'cut', when: 'after' }, { times: 4, chance: 0.3, seed: 5 });
    strike({ kind: 'cut' }, { times: 4, chance: 0.3, seed: 7 });
    const links = await Promise.all(Array.from({ length: 16 }, () => exportLink(20_000)));
    expect(new Set(links.map((link) => 'link' in link && link.link)).size).toBe(16);
    expect(made()).toBe(16);
  });

  test('for longer than the caller has: its answer comes late, and is one', async () => {
    strike({ kind: 'cut', when: 'after' });
    const failure = await failureOf(exportLink(600));
    expect(failure).toMatchObject({ outcome: 'UNKNOWN', isOver: false });
    expect(await failure.late).toMatchObject(LINK);
    expect([made(), arrived]).toEqual([1, 1]);
  });
});

describe('no answer on a connection that stands', () => {
  test('Telegram has not received it: the same message once more, and done', async () => {
    strike({ kind: 'silence' });
    expect(await exportLink(1_500)).toMatchObject(LINK);
    expect([made(), arrived, proxy.accepted]).toEqual([1, 2, 1]);
  });

  test('three times, and garbage in place of it: done within the caller’s time', async () => {
    strike({ kind: 'silence' }, { times: 2 });
    strike({ kind: 'garbage' });
    expect(await exportLink(6_000)).toMatchObject(LINK);
    expect([made(), arrived]).toEqual([1, 4]);
  });

  test.each(['silence', 'garbage'] as const)('Telegram ran it, %s in place of its answer: over', async (kind) => {
    strike({ kind, when: 'after' });
    expect(await failureOf(exportLink(4_000))).toMatchObject({ outcome: 'UNKNOWN', late: null, isOver: true });
    expect([made(), arrived]).toEqual([1, 1]);
  });

  test('Telegram is at it: the caller hears so while it is, and the answer comes late', async () => {
    strike({ kind: 'delay', ms: 1_500 });
    const failure = await failureOf(exportLink(900));
    expect(failure).toMatchObject({ outcome: 'UNKNOWN', isOver: false, late: expect.any(Promise) });
    expect(made()).toBe(0);
    expect(await failure.late).toMatchObject(LINK);
    expect([made(), arrived]).toEqual([1, 1]);
  });

  test('Telegram is at it, and the connection is cut after the caller has gone: the answer comes all the same', async () => {
    strike({ kind: 'delay', ms: 2_500 });
    const failure = await failureOf(exportLink(600));
    proxy.cut();
    expect(await failure.late).toMatchObject(LINK);
    expect([made(), arrived]).toEqual([1, 1]);
  });

  test('a refusal that comes late is told as one', async () => {
    sandbox.world.refusals.set(-7001n, { code: 400, type: 'CHAT_ADMIN_REQUIRED' });
    strike({ kind: 'delay', ms: 700 });
    const failure = await failureOf(exportLink(600));
    await expect(failure.late).rejects.toEqual(new RpcFailure(400, 'CHAT_ADMIN_REQUIRED'));
  });

  test('Telegram says after the caller has gone that it received nothing: not executed, now or later', async () => {
    strike({ kind: 'silence' });
    proxy.holdServer();
    const failure = await failureOf(exportLink(600));
    proxy.releaseServer();
    await expect(failure.late).rejects.toMatchObject({ outcome: 'NOT_EXECUTED', late: null });
    await telegram.port.invoke(self());
    expect([made(), arrived]).toEqual([0, 1]);
  });

  test('what an answer tells of changes is heard when it comes late', async () => {
    await using joiner = await connect('joiner');
    await joiner.port.invoke(self());
    const heard: string[] = [];
    joiner.updates.listen({ onUpdate: ({ className }) => heard.push(className), onGap() {} });
    const { link } = addInvite(sandbox.world, chatOf(sandbox.world, COMMUNITY), OWNER, {});
    sandbox.faults.add({ method: 'messages.importChatInvite', fault: { kind: 'delay', ms: 700, when: 'after' } });
    const request = new Api.messages.ImportChatInvite({ hash: link.split('+')[1] ?? '' });
    const failure = await failureOf(withCallScope(callScopeOf({ left: 600 }), () => joiner.port.invoke(request)));
    const heardBefore = heard.length;
    await failure.late;
    expect(heard.slice(heardBefore)).toEqual(['UpdateChannel']);
  });
});

describe('the server has forgotten the session', () => {
  const lost = { outcome: 'UNKNOWN', late: null, isOver: false };

  test('over a new connection: nothing is sent again, and nothing can be known', async () => {
    strike({ kind: 'forgetSession', when: 'after' });
    const call = exportLink();
    await expect.poll(made, { interval: 5 }).toBe(1);
    proxy.cut();
    expect(await failureOf(call)).toMatchObject(lost);
    await telegram.port.invoke(self());
    expect([made(), arrived]).toEqual([1, 1]);
  });

  test('on the same connection: likewise', async () => {
    strike({ kind: 'forgetSession', when: 'after' });
    expect(await failureOf(exportLink(900))).toMatchObject(lost);
    await telegram.port.invoke(self());
    expect([made(), arrived]).toEqual([1, 1]);
  });

  test('and what it said about that was lost as well: likewise', async () => {
    strike({ kind: 'forgetSession', when: 'after' });
    const call = exportLink();
    await expect.poll(made, { interval: 5 }).toBe(1);
    proxy.cut();
    proxy.holdServer();
    await expect.poll(() => proxy.held, { timeout: 5_000 }).toBeGreaterThan(0);
    proxy.cut();
    proxy.releaseServer();
    expect(await failureOf(call)).toMatchObject(lost);
    await telegram.port.invoke(self());
    expect([made(), arrived]).toEqual([1, 1]);
  });
});

describe('messages that Telegram refuses', () => {
  test('a wrong salt: sent anew, and once more as the same message after it was lost', async () => {
    strike({ kind: 'badSalt' });
    strike({ kind: 'cut' });
    strike({ kind: 'badSalt' });
    expect(await exportLink()).toMatchObject(LINK);
    expect([made(), arrived]).toEqual([1, 4]);
  });

  test('a wrong salt for ever, after a cut: given up without a claim', async () => {
    strike({ kind: 'cut' });
    strike({ kind: 'badSalt' }, { times: null });
    expect(await failureOf(exportLink())).toMatchObject({ outcome: 'UNKNOWN' });
    expect(made()).toBe(0);
  });

  test.each([-3_600, 3_600])('a clock that jumps by %i s, with cuts: one link a call', async (seconds) => {
    const calls = () => Promise.all(Array.from({ length: 5 }, () => exportLink(10_000)));
    await calls();
    const skew = sandbox.faults.add({ fault: { kind: 'clockSkew', seconds } });
    await calls();
    strike({ kind: 'cut', when: 'after' });
    await calls();
    skew.remove();
    await calls();
    expect(made()).toBe(20);
  });

  test('the clock jumped while the connection was away: asked with the new time, one link', async () => {
    strike({ kind: 'cut', when: 'after' });
    const call = exportLink();
    await expect.poll(made, { interval: 5 }).toBe(1);
    sandbox.faults.add({ fault: { kind: 'clockSkew', seconds: 1_000 } });
    expect(await call).toMatchObject(LINK);
    expect([made(), arrived]).toEqual([1, 1]);
  });
});

describe('the end', () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

  test('close(): what is late is settled, and nothing is left', async () => {
    const before = timers();
    strike({ kind: 'delay', ms: 5_000 });
    const failure = await failureOf(exportLink(300));
    const waiting = exportLink();
    await telegram.close();
    const ended = { outcome: 'UNKNOWN', late: null, isOver: false };
    expect(await failureOf(failure.late ?? Promise.resolve())).toMatchObject(ended);
    expect(await failureOf(waiting)).toMatchObject({ late: null });
    expect(timers()).toBeLessThanOrEqual(before);
  });

  test('the session ends: what may have been done stays unknown, late or not', async () => {
    strike({ kind: 'silence', when: 'after' }, { times: 2 });
    proxy.holdServer();
    const failure = await failureOf(exportLink(300));
    const waiting = exportLink();
    proxy.releaseServer();
    sandbox.faults.add({ method: 'users.getUsers', fault: { kind: 'revokeSession' } });
    await expect(telegram.port.invoke(self())).rejects.toBeInstanceOf(RpcFailure);
    for (const call of [failure.late, waiting]) {
      expect(await failureOf(Promise.resolve(call))).toMatchObject({ outcome: 'UNKNOWN', late: null });
    }
  });

  test('close() right after the session has ended: no timer stays', async () => {
    const before = timers();
    sandbox.faults.add({ method: 'users.getUsers', fault: { kind: 'revokeSession' } });
    await expect(telegram.port.invoke(self())).rejects.toBeInstanceOf(RpcFailure);
    await telegram.close();
    expect(timers()).toBeLessThanOrEqual(before);
  });

  test('the session ends by an answer that comes late', async () => {
    strike({ kind: 'delay', ms: 600 });
    const failure = await failureOf(exportLink(300));
    sandbox.world.authorizations.clear();
    await expect(failure.late).rejects.toMatchObject({ type: 'AUTH_KEY_UNREGISTERED' });
    expect(telegram.status().state).toBe('ENDED');
  });
});

describe('through the whole gateway', () => {
  const EXPORT = `mutation { exportChatInvite(input: { peer: "sandbox_community", title: "once" }) {
    __typename ... on ExportedChatInvite { link } ... on TelegramUnavailableError { outcome } } }`;

  test.each<[string, Fault, boolean]>([
    ['while Telegram is at it', { kind: 'delay', ms: 2_000 }, true],
    ['before it ran', { kind: 'cut' }, false],
    ['after it ran', { kind: 'cut', when: 'after' }, false],
  ])('a connection cut %s: one link, which is answered without a look', async (_, fault, isCutHere) => {
    const behind = await startTcpProxy(sandbox);
    await using gateway = await startTestGateway({
      sandbox: { ...sandbox, close: async () => {} },
      env: { TELEGRAM_SESSION: sessionAt(account(sandbox, 'owner').session, behind.port) },
    });
    await gateway.query('{ chat(peer: "sandbox_community") { id } }');
    strike(fault);
    const hasArrived = arrival();
    const answer = gateway.query(EXPORT);
    await hasArrived;
    if (isCutHere) behind.cut();
    const { data } = await answer;
    const links = sandbox.world.invites.filter(({ title }) => title === 'once').map(({ link }) => link);
    expect(links).toHaveLength(1);
    expect(data?.['exportChatInvite']).toEqual({ __typename: 'ExportedChatInvite', link: links[0] });
    expect(gateway.calls).not.toContain('messages.GetExportedChatInvites');
    await behind[Symbol.asyncDispose]();
  });

  test('a short deadline and an answer that never comes: time is kept for a look, which finds the link', async () => {
    await using gateway = await startTestGateway({ sandbox: { ...sandbox, close: async () => {} } });
    await gateway.query('{ chat(peer: "sandbox_community") { id } }');
    strike({ kind: 'silence', when: 'after' });
    const { data } = await gateway.query(EXPORT, {}, { 'x-deadline-ms': '4000' });
    const links = sandbox.world.invites.filter(({ title }) => title === 'once').map(({ link }) => link);
    expect(data?.['exportChatInvite']).toEqual({ __typename: 'ExportedChatInvite', link: links[0] });
    expect(links).toHaveLength(1);
  });
});
