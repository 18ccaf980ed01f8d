import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallFault } from '../../src/sandbox/faults/fault.ts';
import { isPresent } from '../../src/sandbox/world/chats.ts';
import { primaryInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin, takeRequests } from '../../src/sandbox/world/knock.ts';
import { leaveChat } from '../../src/sandbox/world/membership.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import { COMMUNITY, JOINER, type LinkScene, openLinkScene, peer, STRANGER, worldAt } from '../support/link-scene.ts';
import { BOT, OWNER } from '../support/sandbox-links.ts';

const FAIL_AFTER: CallFault = { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when: 'after' };
const FAIL_BEFORE: CallFault = { ...FAIL_AFTER, when: 'before' };
const CUT_AFTER: CallFault = { kind: 'cut', when: 'after' };
const CUT_BEFORE: CallFault = { kind: 'cut', when: 'before' };
const SILENCE_AFTER: CallFault = { kind: 'silence', when: 'after' };

let shared: LinkScene;
beforeAll(async () => {
  shared = await openLinkScene();
});
afterAll(() => shared[Symbol.asyncDispose]());

/** What each mutation leaves in the world, and tells of it, when its answer is lost. */
const SCENES: Record<string, (scene: LinkScene, fault: CallFault, wasDone: boolean) => Promise<void>> = {
  async 'exportChatInvite makes one link'(scene, fault, wasDone) {
    const before = scene.invites().length;
    const calls = scene.sent('messages.ExportChatInvite');
    scene.meet(fault, 'messages.exportChatInvite');
    const wanted = { title: 'One', usageLimit: 7, expireDate: '2037-01-01T00:00:00Z' };
    const answer = await scene.run('exportChatInvite', { peer, ...wanted });
    expect(scene.invites().slice(before)).toMatchObject([{ link: answer?.['link'], title: 'One', revoked: false }]);
    expect(scene.sent('messages.ExportChatInvite') - calls).toBe(wasDone ? 1 : 2);
  },
  async 'exportChatInvite of a primary replaces it once'(scene, fault) {
    const old = primaryInvite(scene.world, scene.chat, OWNER);
    const before = scene.invites().length;
    scene.meet(fault, 'messages.exportChatInvite');
    const answer = await scene.run('exportChatInvite', { peer, legacyRevokePermanent: true });
    expect(answer).toMatchObject({ revoked: false, permanent: true });
    expect(old?.revoked).toBe(true);
    expect(scene.invites().slice(before)).toMatchObject([{ link: answer?.['link'], revoked: false, permanent: true }]);
  },
  async 'revokeExportedChatInvite revokes'(scene, fault) {
    const invite = scene.makeLink();
    scene.meet(fault, 'messages.editExportedChatInvite');
    const answer = await scene.run('revokeExportedChatInvite', { peer, link: invite.link });
    expect(answer).toMatchObject({ __typename: 'ExportedChatInvite', link: invite.link, revoked: true });
    expect(invite.revoked).toBe(true);
  },
  async 'revokeExportedChatInvite of a primary replaces it once, and both links are told'(scene, fault) {
    const old = primaryInvite(scene.world, scene.chat, OWNER);
    const before = scene.invites().length;
    scene.meet(fault, 'messages.editExportedChatInvite');
    const answer = await scene.run('revokeExportedChatInvite', { peer, link: old?.link });
    const [primary, ...more] = scene.invites().slice(before);
    expect(answer).toMatchObject({
      __typename: 'ExportedChatInviteReplaced',
      invite: { link: old?.link, revoked: true },
      newInvite: { link: primary?.link, revoked: false },
    });
    expect(more).toEqual([]);
  },
  async 'editExportedChatInvite changes'(scene, fault) {
    const invite = scene.makeLink();
    scene.meet(fault, 'messages.editExportedChatInvite');
    const answer = await scene.run('editExportedChatInvite', { peer, link: invite.link, title: 'edited' });
    expect(answer).toMatchObject({ __typename: 'ExportedChatInvite', link: invite.link, title: 'edited' });
    expect(invite.title).toBe('edited');
  },
  async 'deleteExportedChatInvite deletes'(scene, fault) {
    const invite = scene.makeLink({ revoked: true });
    scene.meet(fault, 'messages.deleteExportedChatInvite');
    const answer = await scene.run('deleteExportedChatInvite', { peer, link: invite.link });
    expect(answer).toMatchObject({ __typename: 'DeletedExportedChatInvite', link: invite.link });
    expect(invite.deleted).toBe(true);
  },
  async 'deleteRevokedExportedChatInvites deletes'(scene, fault) {
    const invite = scene.makeLink({ revoked: true });
    scene.meet(fault, 'messages.deleteRevokedExportedChatInvites');
    const answer = await scene.run('deleteRevokedExportedChatInvites', { peer });
    expect(answer).toMatchObject({ __typename: 'DeletedRevokedExportedChatInvites' });
    expect(invite.deleted).toBe(true);
  },
  async 'hideChatJoinRequest decides, either way'(scene, fault, wasDone) {
    for (const approved of [true, false]) {
      scene.waiting([JOINER, STRANGER], 60);
      scene.meet(fault, 'messages.hideChatJoinRequest');
      const answer = await scene.run('hideChatJoinRequest', { peer, user: 'sandbox_stranger', approved });
      // Nothing tells who turned somebody away, where Telegram's own error stood in the place of the answer.
      const isUnclear = !approved && wasDone && fault.kind === 'rpcError';
      expect(answer).toMatchObject(
        isUnclear
          ? { __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' }
          : { __typename: 'ChatJoinRequestHidden', approved },
      );
      expect(isPresent(scene.chat, STRANGER)).toBe(approved);
      expect(scene.waitingIds()).toEqual([JOINER]);
    }
  },
  async 'hideAllChatJoinRequests decides once, and is never sent twice'(scene, fault, wasDone) {
    const calls = scene.sent('messages.HideAllChatJoinRequests');
    scene.waiting([JOINER, STRANGER], 60);
    scene.meet(fault, 'messages.hideAllChatJoinRequests');
    const answer = await scene.run('hideAllChatJoinRequests', { peer, approved: true });
    // Telegram's own error stands in the place of the answer: nothing tells who decided.
    const unavailable = { __typename: 'TelegramUnavailableError', outcome: wasDone ? 'UNKNOWN' : 'NOT_EXECUTED' };
    const isLost = fault.kind === 'rpcError';
    expect(answer).toMatchObject(isLost ? unavailable : { __typename: 'ChatJoinRequestsHidden', approved: true });
    expect(scene.waitingIds()).toHaveLength(wasDone ? 0 : 2);
    expect(isPresent(scene.chat, JOINER)).toBe(wasDone);
    expect(scene.sent('messages.HideAllChatJoinRequests') - calls).toBe(1);
  },
};
const scenes = Object.entries(SCENES);

test.each(scenes)('RPC_CALL_FAIL after execution: %s', (_, play) => play(shared, FAIL_AFTER, true));
test.each(scenes)('RPC_CALL_FAIL before execution: %s', async (_, play) => {
  // A world of its own: links that somebody has just edited may be a lost one.
  await using scene = await openLinkScene();
  await play(scene, FAIL_BEFORE, false);
});

describe.concurrent('over a connection that is lost', () => {
  test.each(scenes)('cut after execution: %s', async (_, play) => {
    await using scene = await openLinkScene();
    await play(scene, CUT_AFTER, true);
  });

  test.each(scenes.slice(0, 1))('cut before execution: %s', async (_, play) => {
    await using scene = await openLinkScene();
    await play(scene, CUT_BEFORE, false);
  });

  test.each(scenes.slice(0, 2))('silence after execution: %s', async (_, play) => {
    await using scene = await openLinkScene({ callTimeoutMs: 1_500 });
    await play(scene, SILENCE_AFTER, true);
  });
});

test.each<[string, CallFault]>([
  ['RPC_CALL_FAIL after execution', FAIL_AFTER],
  ['RPC_CALL_FAIL before execution', FAIL_BEFORE],
  ['cut after execution', CUT_AFTER],
])('%s: importChatInvite joins, or asks, once', async (_, fault) => {
  await using scene = await openLinkScene({ account: 'joiner' });
  const open = scene.makeLink();
  scene.meet(fault, 'messages.importChatInvite');
  const joined = { __typename: 'ChatJoined', chat: { peer: COMMUNITY.toString() } };
  expect(await scene.run('importChatInvite', { link: open.link })).toEqual(joined);
  expect(isPresent(scene.chat, JOINER)).toBe(true);
  expect(open.usage).toBe(1);

  leaveChat(scene.world, scene.chat, JOINER);
  scene.meet(fault, 'messages.importChatInvite');
  const guarded = scene.makeLink({ requestNeeded: true });
  expect(await scene.run('importChatInvite', { link: guarded.link })).toMatchObject({ __typename: 'JoinRequestSent' });
  expect(scene.waitingIds()).toEqual([JOINER]);
});

test('what another caller has had done in the same second is not told as done by a request that was refused', async () => {
  await using scene = await openLinkScene({ account: 'joiner' });
  const { link } = scene.makeLink();
  expect(await scene.run('importChatInvite', { link })).toMatchObject({ __typename: 'ChatJoined' });
  scene.meet(FAIL_BEFORE, 'messages.importChatInvite');
  expect(await scene.run('importChatInvite', { link })).toEqual({ __typename: 'UserAlreadyParticipantError' });

  await using owners = await openLinkScene();
  owners.waiting([STRANGER]);
  const approval = { peer, user: 'sandbox_stranger', approved: true };
  expect(await owners.run('hideChatJoinRequest', approval)).toMatchObject({ __typename: 'ChatJoinRequestHidden' });
  owners.meet(FAIL_BEFORE, 'messages.hideChatJoinRequest');
  expect(await owners.run('hideChatJoinRequest', approval)).toMatchObject({ outcome: 'UNKNOWN' });
});

test('an arrival that two requests look for is one’s', async () => {
  await using scene = await openLinkScene({ account: 'joiner' });
  const { link } = scene.makeLink();
  scene.meet(FAIL_AFTER, 'messages.importChatInvite');
  expect(await scene.run('importChatInvite', { link })).toMatchObject({ __typename: 'ChatJoined' });
  scene.meet(FAIL_BEFORE, 'messages.importChatInvite');
  expect(await scene.run('importChatInvite', { link })).toEqual({ __typename: 'UserAlreadyParticipantError' });
});

test('what was so before a first try is refused as ever', async () => {
  const { link } = shared.makeLink({ revoked: true });
  expect(await shared.run('revokeExportedChatInvite', { peer, link })).toEqual({
    __typename: 'InviteHashExpiredError',
  });
  shared.waiting([]);
  const nobody = await shared.run('hideChatJoinRequest', { peer, user: 'sandbox_stranger', approved: true });
  expect(nobody).toEqual({ __typename: 'HideRequesterMissingError' });
  const inside = await shared.run('importChatInvite', { link: shared.makeLink().link });
  expect(inside).toEqual({ __typename: 'UserAlreadyParticipantError' });
});

test('who asks while the answer of hideAllChatJoinRequests is lost is not swept in', async () => {
  shared.waiting([JOINER], 60);
  const { world, chat } = shared;
  const knock = (): void => {
    world.listeners.delete(knock);
    requestToJoin(worldAt(world, 5), chat, userOf(world, STRANGER), shared.makeLink({ requestNeeded: true }));
  };
  world.listeners.add(knock);
  shared.meet(FAIL_AFTER, 'messages.hideAllChatJoinRequests');
  const answer = await shared.run('hideAllChatJoinRequests', { peer, approved: true });
  expect(answer).toMatchObject({ __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' });
  expect(shared.waitingIds()).toEqual([STRANGER]);
  expect(isPresent(chat, STRANGER)).toBe(false);
  takeRequests(world, chat, () => true);
});

test('a bot account cannot look: one link at the most, and it is told that nobody knows', async () => {
  await using scene = await openLinkScene({ account: 'bot' });
  const made = () => scene.invites().filter(({ adminId }) => adminId === BOT).length;
  const before = made();
  scene.meet(FAIL_AFTER, 'messages.exportChatInvite');
  const input = { peer, idempotencyKey: 'k' };
  const unknown = { __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' };
  expect(await scene.run('exportChatInvite', input)).toEqual(unknown);
  expect(await scene.run('exportChatInvite', input)).toEqual(unknown);
  expect(made()).toBe(before + 1);
});
