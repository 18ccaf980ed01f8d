import { expect, test } from 'vitest';
import type { CallFault } from '../../src/sandbox/faults/fault.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { chatOf } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { JOINER, openLinkScene, peer, STRANGER } from '../support/link-scene.ts';
import { OWNER } from '../support/sandbox-links.ts';
import { spawnGateway } from '../support/spawn-gateway.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';
import { makeStorePlace, POSTGRES, type TestPlace } from '../support/store-place.ts';

const FAIL_AFTER: CallFault = { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when: 'after' };
const FAIL_BEFORE: CallFault = { ...FAIL_AFTER, when: 'before' };
const UNKNOWN = { __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' };
const EXPORT = `mutation ($input: ExportChatInviteInput!) { result: exportChatInvite(input: $input) {
  __typename ... on ExportedChatInvite { link } ... on TelegramUnavailableError { outcome } } }`;

/** The sandbox and the gateway by one clock, which a test moves. */
function movableTime() {
  let ahead = 0;
  return {
    sandboxClock: () => Date.now() + ahead,
    monotonic: () => performance.now() + ahead,
    pass: (seconds: number) => {
      ahead += seconds * 1000;
    },
  };
}

/** Of a gateway's own process, as the owner. */
function gatewayEnv(sandbox: Sandbox, place: TestPlace) {
  return {
    PORT: '0',
    TELEGRAM_API_ID: '12345',
    TELEGRAM_API_HASH: 'hash',
    TELEGRAM_SESSION: account(sandbox, 'owner').session,
    ...place.env,
  };
}

async function ask(url: string, input: object, headers: Readonly<Record<string, string>> = {}): Promise<object> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: EXPORT, variables: { input } }),
  });
  const { data } = (await response.json()) as { data: { result: object } }; // JSON is untyped; the document says what it is
  return data.result;
}

test('Telegram is slower than the deadline, and the key comes again at once: the late answer is its answer', async () => {
  await using scene = await openLinkScene();
  const before = scene.invites().length;
  scene.meet({ kind: 'delay', ms: 1_500 }, 'messages.exportChatInvite');
  const input = { peer, title: 'Slow', idempotencyKey: 'slow' };
  const headers = { 'x-deadline-ms': '700' };
  const first = await scene.gateway.query(EXPORT, { input }, headers);
  expect(first.data?.['result']).toEqual(UNKNOWN);
  const [second, third] = [
    await scene.gateway.query(EXPORT, { input }),
    await scene.gateway.query(EXPORT, { input }, headers),
  ];
  const [made, ...more] = scene.invites().slice(before);
  expect(more).toEqual([]);
  for (const { data } of [second, third]) expect(data?.['result']).toMatchObject({ link: made?.link });
  expect(scene.sent('messages.ExportChatInvite')).toBe(1);
});

test('killed while Telegram is at it, started again, the key at once: UNKNOWN, and the link once it is there', async () => {
  await using sandbox = await startSandbox();
  await using place = await makeStorePlace();
  const env = gatewayEnv(sandbox, place);
  const input = { peer, title: 'Killed', idempotencyKey: 'k' };
  const made = () => sandbox.world.invites.filter(({ title }) => title === 'Killed');
  const executed = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  sandbox.watch(({ method }) => method === 'messages.ExportChatInvite' && arrived.resolve());
  sandbox.world.listeners.add(() => made().length > 0 && executed.resolve());
  // On PostgreSQL the second process waits six seconds for the first.
  const ms = POSTGRES ? 14_000 : 6_000;
  sandbox.faults.add({ fault: { kind: 'delay', ms }, method: 'messages.exportChatInvite', account: 'owner' });

  await using first = spawnGateway(env);
  const lost = ask(await first.url, input).catch(() => null);
  await arrived.promise;
  first.process.kill('SIGKILL');
  await Promise.all([lost, first.exit]);
  await using second = spawnGateway(env);
  const url = await second.url;
  expect(made()).toEqual([]);
  expect(await ask(url, input)).toEqual(UNKNOWN);
  await expect.poll(() => made().length, { timeout: 20_000 }).toBe(1);
  expect(await ask(url, input)).toMatchObject({ link: made()[0]?.link });
  expect(made()).toHaveLength(1);
}, 60_000);

test('killed just after it gave a link, and started again in the same second: that link is not given once more', async () => {
  let stopped: number | null = Date.now();
  await using sandbox = await startSandbox({ clock: () => stopped ?? Date.now() });
  await using place = await makeStorePlace();
  const env = gatewayEnv(sandbox, place);
  const input = { peer, title: 'Equal' };
  let reads = 0;
  const hasReadTwice = Promise.withResolvers<void>();
  sandbox.watch(({ method }) => {
    if (method === 'updates.GetState') reads += 1;
    if (reads === 2) hasReadTwice.resolve();
  });

  await using first = spawnGateway(env);
  const given = await ask(await first.url, input);
  expect(given).toMatchObject({ __typename: 'ExportedChatInvite' });
  first.process.kill('SIGKILL');
  await first.exit;
  await using second = spawnGateway(env);
  await hasReadTwice.promise; // it waits for the next second of Telegram's clock
  stopped = null;
  const url = await second.url;
  sandbox.faults.add({
    fault: { kind: 'cut', when: 'before' },
    method: 'messages.exportChatInvite',
    account: 'owner',
    times: 1,
  });
  const answer = await ask(url, input);
  expect(answer).toMatchObject({ __typename: 'ExportedChatInvite' });
  expect(answer).not.toEqual(given);
}, 60_000);

test('hideAllChatJoinRequests that Telegram carries out after the deadline is never told as not done', async () => {
  await using scene = await openLinkScene();
  scene.waiting([JOINER, STRANGER], 60);
  scene.meet({ kind: 'delay', ms: 1_500 }, 'messages.hideAllChatJoinRequests');
  const hide = `mutation { result: hideAllChatJoinRequests(input: { peer: "${peer}", approved: true }) {
    __typename ... on TelegramUnavailableError { outcome } } }`;
  const answer = await scene.gateway.query(hide, {}, { 'x-deadline-ms': '700' });
  expect(answer.data?.['result']).toEqual(UNKNOWN);
  await expect.poll(() => scene.waitingIds(), { timeout: 10_000 }).toEqual([]);
});

/**
 * A keyed export that was never carried out and whose end the gateway cannot know: Telegram forgets the session in
 * which it was sent. Then another client of the account makes a link with the same wishes, so many seconds later.
 */
async function lostThenAnothers(secondsLater: number) {
  const time = movableTime();
  const sandbox = await startSandbox({ clock: time.sandboxClock });
  const scene = await openLinkScene({ sandbox, monotonic: time.monotonic });
  const input = { peer, title: 'Equal', idempotencyKey: 'k' };
  sandbox.faults.add({
    fault: { kind: 'forgetSession', when: 'before' },
    method: 'messages.exportChatInvite',
    account: 'owner',
  });
  expect(await scene.run('exportChatInvite', input)).toEqual(UNKNOWN);
  time.pass(secondsLater);
  const anothers = scene.makeLink({ title: 'Equal' });
  return {
    time,
    anothers,
    repeat: () => scene.run('exportChatInvite', input),
    links: () => scene.invites().filter(({ title }) => title === 'Equal'),
    [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose](),
  };
}

test('a link that another client makes 25 s later is not taken for a lost one, while the key lives', async () => {
  await using lost = await lostThenAnothers(25);
  expect(await lost.repeat()).toEqual(UNKNOWN);
  lost.time.pass(400);
  expect(await lost.repeat()).toEqual(UNKNOWN);
  expect(lost.links()).toHaveLength(1);
}, 30_000);

test('nothing but a link of 331 s later: the key is sent once more, and answers a link of its own', async () => {
  await using lost = await lostThenAnothers(340);
  const answer = await lost.repeat();
  expect(answer).toMatchObject({ __typename: 'ExportedChatInvite' });
  expect(answer?.['link']).not.toBe(lost.anothers.link);
  expect(lost.links()).toHaveLength(2);
  expect((await lost.repeat())?.['link']).toBe(answer?.['link']);
}, 30_000);

test('the machine’s clock goes back while an answer is lost: the link is found, and no other made', async () => {
  let behind = 0;
  await using scene = await openLinkScene({ clock: () => new Date(Date.now() - behind) });
  for (const [title, step] of [
    ['five seconds', 5_000],
    ['an hour', 3_600_000],
  ] as const) {
    scene.meet(FAIL_AFTER, 'messages.exportChatInvite');
    const stepBack = (): void => {
      scene.world.listeners.delete(stepBack);
      behind += step;
    };
    scene.world.listeners.add(stepBack);
    const answer = await scene.run('exportChatInvite', { peer, title });
    const made = scene.invites().filter((invite) => invite.title === title);
    expect(made).toMatchObject([{ link: answer?.['link'] }]);
  }
});

test('a title with a lone surrogate is found again by what Telegram keeps of it', async () => {
  await using scene = await openLinkScene();
  scene.meet(FAIL_AFTER, 'messages.exportChatInvite');
  const answer = await scene.run('exportChatInvite', { peer, title: '\ud800lone' });
  const made = scene.invites().filter((invite) => invite.title === '\ufffdlone');
  expect(made).toMatchObject([{ link: answer?.['link'] }]);
});

test('what was never done is not told as done when Telegram’s answer is lost', async () => {
  await using scene = await openLinkScene();
  const elsewhere = addInvite(scene.world, chatOf(scene.world, -7_001n), OWNER, { revoked: true });
  const revoked = scene.makeLink({ revoked: true });
  const missing = { __typename: 'InviteHashExpiredError' };
  scene.meet(FAIL_BEFORE, 'messages.deleteExportedChatInvite');
  expect(await scene.run('deleteExportedChatInvite', { peer, link: elsewhere.link })).toEqual(missing);
  expect(elsewhere.deleted).toBe(false);
  scene.meet(FAIL_BEFORE, 'messages.editExportedChatInvite');
  expect(await scene.run('revokeExportedChatInvite', { peer, link: revoked.link })).toEqual(missing);
  scene.meet(FAIL_BEFORE, 'messages.importChatInvite');
  const member = await scene.run('importChatInvite', { link: scene.makeLink().link });
  expect(member).toEqual({ __typename: 'UserAlreadyParticipantError' });
  scene.waiting([]);
  scene.meet(FAIL_BEFORE, 'messages.hideChatJoinRequest');
  const nobody = await scene.run('hideChatJoinRequest', { peer, user: 'sandbox_stranger', approved: false });
  expect(nobody).toEqual(UNKNOWN);
});

test('a link that was made is answered, though Telegram refuses to show its chat and its admin', async () => {
  await using scene = await openLinkScene();
  const { faults } = scene.gateway.sandbox;
  for (const method of ['channels.getChannels', 'users.getUsers']) {
    faults.add({ method, times: null, fault: { kind: 'rpcError', code: 400, type: 'CHANNEL_PRIVATE' } });
  }
  const made =
    await scene.gateway.query(`mutation { result: exportChatInvite(input: { peer: "${peer}", title: "Shown" }) {
    ... on ExportedChatInvite { link chat { title } admin { username } } } }`);
  const invite = scene.invites().find(({ title }) => title === 'Shown');
  expect(made).toEqual({
    data: {
      result: { link: invite?.link, chat: { title: 'Sandbox Community' }, admin: { username: 'sandbox_owner' } },
    },
  });
  const read = await scene.gateway.query(`{ chat(peer: "${peer}") { title } }`);
  expect(read.errors?.[0]?.extensions).toMatchObject({ code: 'CHANNEL_PRIVATE' });
});
