import { once } from 'node:events';
import { connect } from 'node:net';
import { Api } from 'telegram';
import type { TelegramClientParams } from 'telegram/client/telegramBaseClient.js';
import { Raw } from 'telegram/events/index.js';
import { expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/faults/fault.ts';
import { announce } from '../../src/sandbox/world.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';

/** A sandbox of its own with the owner connected by GramJS as it comes from npm, and the way to make and count links. */
async function startOwner(options: TelegramClientParams = {}) {
  const faults: unknown[] = [];
  const sandbox = await startSandbox({ onFault: (error) => faults.push(error) });
  const gramjs = await connectGramjs(sandbox, account(sandbox, 'owner').session, options);
  const { client } = gramjs;
  const peer = await client.getInputEntity('sandbox_community');
  const linksAtFirst = sandbox.world.invites.length;
  const methods: string[] = [];
  sandbox.watch(({ method }) => methods.push(method));
  const made = () => sandbox.world.invites.length - linksAtFirst;
  return {
    sandbox,
    client,
    made,
    /** The calls of exportChatInvite that reached the sandbox. */
    exports: () => methods.filter((method) => method === 'messages.ExportChatInvite').length,
    strike: (fault: Fault) => sandbox.faults.add({ method: 'messages.exportChatInvite', fault }),
    exportLink: () => client.invoke(new Api.messages.ExportChatInvite({ peer })),
    nearest: () => client.invoke(new Api.help.GetNearestDc()),
    async [Symbol.asyncDispose]() {
      await gramjs[Symbol.asyncDispose]();
      await sandbox.close();
      expect(faults).toEqual([]);
    },
  };
}

/** Whether a promise is settled by now. */
function settledYet(promise: Promise<unknown>): () => boolean {
  let settled = false;
  const settle = () => {
    settled = true;
  };
  promise.then(settle, settle);
  return () => settled;
}

const LINK = { link: expect.stringMatching(/^https:\/\/t\.me\/\+/) };

test('cut after execution: GramJS sends the call again and leaves two links for one call', async () => {
  await using owner = await startOwner();
  const fault = owner.strike({ kind: 'cut', when: 'after' });
  expect(await owner.exportLink()).toMatchObject(LINK);
  await fault.done;
  expect([owner.made(), owner.exports(), fault.applied]).toEqual([2, 2, 1]);
});

test('cut before execution: the call that GramJS sends again makes the one link', async () => {
  await using owner = await startOwner();
  owner.strike({ kind: 'cut' });
  expect(await owner.exportLink()).toMatchObject(LINK);
  expect([owner.made(), owner.exports()]).toEqual([1, 2]);
});

test('a cut after execution hides a refusal of the method as well', async () => {
  await using owner = await startOwner();
  owner.sandbox.world.refusals.set(-1_002_000_000_001n, { code: 400, type: 'CHAT_ADMIN_REQUIRED' });
  owner.strike({ kind: 'cut', when: 'after' });
  await expect(owner.exportLink()).rejects.toMatchObject({ errorMessage: 'CHAT_ADMIN_REQUIRED' });
  expect(owner.exports()).toBe(2);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a delay %s execution holds the call and no other', async (when, madeMeanwhile) => {
  await using owner = await startOwner();
  owner.strike({ kind: 'delay', ms: 200, when });
  const call = owner.exportLink();
  const settled = settledYet(call);
  await owner.nearest();
  expect([settled(), owner.made()]).toEqual([false, madeMeanwhile]);
  expect(await call).toMatchObject(LINK);
  expect([owner.made(), owner.exports()]).toEqual([1, 1]);
});

test('a connection that closes during a delay: the call is carried out all the same, and GramJS sends it again', async () => {
  await using owner = await startOwner();
  owner.strike({ kind: 'delay', ms: 1_500, cutAfterMs: 50 });
  expect(await owner.exportLink()).toMatchObject(LINK);
  await expect.poll(owner.made, { timeout: 5_000 }).toBe(2);
  expect(owner.exports()).toBe(2);
});

test.each([
  ['silence', 'before', 0],
  ['silence', 'after', 1],
  ['garbage', 'before', 0],
  ['garbage', 'after', 1],
] as const)('%s %s execution: the call waits for ever, later ones are answered', async (kind, when, made) => {
  await using owner = await startOwner();
  const fault = owner.strike({ kind, when });
  const settled = settledYet(owner.exportLink());
  await fault.done;
  expect(await owner.nearest()).toBeInstanceOf(Api.NearestDc);
  expect(await owner.exportLink()).toMatchObject(LINK);
  expect([settled(), owner.made()]).toEqual([false, made + 1]);
});

test('an error in place of execution is told as Telegram tells it, and nothing is made', async () => {
  await using owner = await startOwner();
  owner.strike({ kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_30' });
  await expect(owner.exportLink()).rejects.toMatchObject({ code: 420, seconds: 30 });
  owner.strike({ kind: 'rpcError', code: 406, type: 'AUTH_KEY_DUPLICATED' });
  await expect(owner.exportLink()).rejects.toMatchObject({ code: 406, errorMessage: 'AUTH_KEY_DUPLICATED' });
  expect([owner.made(), owner.exports()]).toEqual([0, 2]);
});

test('RPC_CALL_FAIL after execution: GramJS repeats the call and leaves two links for one call', async () => {
  await using owner = await startOwner({ requestRetries: 2 });
  owner.strike({ kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when: 'after' });
  expect(await owner.exportLink()).toMatchObject(LINK);
  expect([owner.made(), owner.exports()]).toEqual([2, 2]);
});

test('a wrong salt: GramJS sends the call again, which is executed once', async () => {
  await using owner = await startOwner();
  owner.strike({ kind: 'badSalt' });
  expect(await owner.exportLink()).toMatchObject(LINK);
  expect([owner.made(), owner.exports()]).toEqual([1, 2]);
});

test('transport error −429 after execution closes the connection: two links for one call', async () => {
  await using owner = await startOwner();
  owner.strike({ kind: 'transportError', code: -429, when: 'after' });
  expect(await owner.exportLink()).toMatchObject(LINK);
  expect(owner.made()).toBe(2);
});

test('transport error −404: GramJS does nothing about it until its next ping', async () => {
  await using owner = await startOwner();
  const fault = owner.strike({ kind: 'transportError' });
  const settled = settledYet(owner.exportLink());
  await fault.done;
  await using ada = await connectGramjs(owner.sandbox, account(owner.sandbox, 'ada').session);
  expect(await ada.client.invoke(new Api.help.GetNearestDc())).toBeInstanceOf(Api.NearestDc);
  expect([settled(), owner.made(), owner.exports()]).toEqual([false, 0, 1]);
});

test('a half-open connection: the call was executed, nothing is answered or heard any more, others live on', async () => {
  await using owner = await startOwner();
  await using ada = await connectGramjs(owner.sandbox, account(owner.sandbox, 'ada').session);
  const fault = owner.strike({ kind: 'halfOpen', when: 'after' });
  const settled = settledYet(owner.exportLink());
  await fault.done;
  const heard: string[] = [];
  owner.sandbox.watch(({ method }) => heard.push(method));
  const unheard = settledYet(owner.nearest());
  for (let trip = 0; trip < 3; trip += 1) {
    expect(await ada.client.invoke(new Api.help.GetNearestDc())).toBeInstanceOf(Api.NearestDc);
  }
  expect([settled(), unheard(), owner.made()]).toEqual([false, false, 1]);
  expect(heard).toEqual(Array(3).fill('help.GetNearestDc'));
});

test('a revoked session: this call is told the name, every later one AUTH_KEY_UNREGISTERED, other accounts live on', async () => {
  await using owner = await startOwner();
  await using ada = await connectGramjs(owner.sandbox, account(owner.sandbox, 'ada').session);
  owner.strike({ kind: 'revokeSession', type: 'SESSION_REVOKED', when: 'after' });
  await expect(owner.exportLink()).rejects.toMatchObject({ code: 401, errorMessage: 'SESSION_REVOKED' });
  expect(owner.made()).toBe(1);
  await expect(owner.exportLink()).rejects.toMatchObject({ code: 401, errorMessage: 'AUTH_KEY_UNREGISTERED' });
  await expect(owner.client.invoke(new Api.updates.GetState())).rejects.toMatchObject({ code: 401 });
  expect(await ada.client.invoke(new Api.updates.GetState())).toBeInstanceOf(Api.updates.State);
});

test('refuse: the open connection is cut and the port refuses until the rule is removed', async () => {
  await using owner = await startOwner();
  const { host, port, faults } = owner.sandbox;
  const open = connect(port, host);
  await once(open, 'connect');
  const refuse = faults.add({ fault: { kind: 'refuse' } });
  await once(open.resume(), 'close');
  await expect(once(connect(port, host), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  refuse.remove();
  await using again = await connectGramjs(owner.sandbox, account(owner.sandbox, 'owner').session);
  expect(await again.client.invoke(new Api.help.GetNearestDc())).toBeInstanceOf(Api.NearestDc);
});

test('refuse for a time: the port opens by itself; a sandbox that refuses, or just stopped to, can be closed', async () => {
  await using sandbox = await startSandbox();
  const { host, port, faults } = sandbox;
  await faults.add({ fault: { kind: 'refuse' }, seconds: 0.05 }).done;
  const open = connect(port, host);
  await once(open, 'connect');
  open.destroy();
  faults.add({ fault: { kind: 'refuse' } });
  faults.clear();
  await sandbox.close();
  await expect(once(connect(port, host), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test.each([1000, -1000])(
  'a clock that is %d s off: GramJS sets its own by it, the world keeps its time',
  async (seconds) => {
    await using sandbox = await startSandbox();
    const { world, faults } = sandbox;
    faults.add({ fault: { kind: 'clockSkew', seconds } });
    await using owner = await connectGramjs(sandbox, account(sandbox, 'owner').session);
    const { client } = owner;
    const peer = await client.getInputEntity('sandbox_community');
    expect(await client.invoke(new Api.messages.ExportChatInvite({ peer }))).toMatchObject(LINK);
    expect(Math.abs((world.invites.at(-1)?.date ?? 0) - Date.now() / 1000)).toBeLessThan(60);
    // The connection's own clock, which GramJS keeps to itself, is the one that the server told.
    expect(client._sender).toMatchObject({
      _state: { timeOffset: expect.toSatisfy((offset: number) => Math.abs(offset - seconds) <= 1) },
    });
  },
);

test('an update that is dropped never comes, the next one does', async () => {
  await using owner = await startOwner();
  const { world, faults } = owner.sandbox;
  const authKeyId = [...world.authorizations.values()].find(({ userId }) => userId === 7_000_000_001n)?.authKeyId ?? '';
  const came: string[] = [];
  const first = Promise.withResolvers<void>();
  owner.client.addEventHandler((update: { className: string }) => {
    came.push(update.className);
    if (update.className === 'UpdateLoginToken') first.resolve();
  }, new Raw({}));
  const drop = faults.add({ account: 'owner', fault: { kind: 'dropUpdates' } });
  const other = faults.add({ account: 'ada', fault: { kind: 'dropUpdates' } });
  announce(world, { kind: 'loginTokenAccepted', authKeyId });
  await drop.done;
  await owner.client.getMe(); // GramJS hands updates on only once it knows who it is
  expect(came).not.toContain('UpdateLoginToken');
  announce(world, { kind: 'loginTokenAccepted', authKeyId });
  await first.promise;
  expect([drop.applied, other.applied]).toEqual([1, 0]);
});
