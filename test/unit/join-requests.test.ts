import { describe, expect, test } from 'vitest';
import type { HideAllChatJoinRequestsInput } from '../../src/services/invites/hide-all-chat-join-requests.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { group, me, meAsBot, person, setUp as setUpWith } from '../support/fake-community.ts';

const updates = () => new Api.Updates({ updates: [], users: [], chats: [group], date: 0, seq: 0 });
const setUp = (changed: Parameters<typeof setUpWith>[0] = {}) =>
  setUpWith({ 'messages.HideChatJoinRequest': updates, 'messages.HideAllChatJoinRequests': updates, ...changed });

const peer = '@some_group';

describe('deciding one request', () => {
  test.each([
    [true, { approved: true }],
    [false, { approved: undefined }],
  ])('approved: %s goes out as Telegram writes it', async (approved, wire) => {
    const { telegram, services } = setUp();
    expect(await services.chatInvites.hideJoinRequest({ peer, user: '@some_body', approved })).toEqual({
      chatId: '-1001234567890',
      user: expect.objectContaining({ id: '8', username: 'some_body' }),
      approved,
    });
    expect(telegram.requests.at(-1)).toMatchObject({
      className: 'messages.HideChatJoinRequest',
      userId: { className: 'InputUser', userId: toLong(8n), accessHash: toLong(80n) },
      ...wire,
    });
  });

  test('an id goes once an answer has brought its access hash, and not before', async () => {
    const { telegram, services } = setUp();
    const byId = { peer, user: '8', approved: true };
    await expect(services.chatInvites.hideJoinRequest(byId)).rejects.toMatchObject({
      name: 'PeerNotFoundError',
      message: expect.stringContaining('Use the username'),
    });
    expect(telegram.requests.map(({ className }) => className)).not.toContain('messages.HideChatJoinRequest');
    await services.chatInvites.hideJoinRequest({ ...byId, user: '@some_body' });
    await services.chatInvites.hideJoinRequest(byId);
    expect(telegram.requests.at(-1)).toMatchObject({ userId: { accessHash: toLong(80n) } });
  });

  test('a bot account asks for an id that it has not seen, without an access hash', async () => {
    const { telegram, services } = setUp({
      'users.GetUsers': ({ id }: Api.users.GetUsers) => [id[0] instanceof Api.InputUserSelf ? meAsBot : person],
    });
    await services.chatInvites.hideJoinRequest({ peer, user: '8', approved: true });
    expect(telegram.requests.filter((request) => request instanceof Api.users.GetUsers).at(-1)?.id).toMatchObject([
      { userId: toLong(8n), accessHash: toLong(0n) },
    ]);
    expect(telegram.requests.at(-1)).toMatchObject({ userId: { accessHash: toLong(80n) } });
  });

  test.each([
    ['Telegram leaves it out', () => []],
    [
      'Telegram refuses it',
      () => {
        throw new RpcFailure(400, 'PEER_ID_INVALID');
      },
    ],
  ])('somebody whom a bot account has not met is PeerNotFoundError: %s', async (_, ask) => {
    const { services } = setUp({
      'users.GetUsers': ({ id }: Api.users.GetUsers) => (id[0] instanceof Api.InputUserSelf ? [meAsBot] : ask()),
    });
    await expect(services.chatInvites.hideJoinRequest({ peer, user: '8', approved: true })).rejects.toMatchObject({
      name: 'PeerNotFoundError',
    });
  });

  test.each([
    ['me', 'UserIdInvalidError'],
    ['-1001234567890', 'UserIdInvalidError'],
    ['-7001', 'UserIdInvalidError'],
    ['0', 'UserIdInvalidError'],
    ['a b', 'UsernameInvalidError'],
    ['t.me/+AbCdEfGhIjKlMnOp', 'InvalidInputError'],
  ])('the user %j is %s, and costs no call', async (user, name) => {
    const { telegram, services } = setUp();
    await expect(services.chatInvites.hideJoinRequest({ peer, user, approved: true })).rejects.toMatchObject({ name });
    expect(telegram.requests).toEqual([]);
  });

  test.each([
    ['the own id', '7'],
    ['the username of a chat', '@some_group'],
  ])('%s as the user is UserIdInvalidError, and decides nothing', async (_, user) => {
    const { telegram, services } = setUp();
    await expect(services.chatInvites.hideJoinRequest({ peer, user, approved: true })).rejects.toMatchObject({
      name: 'UserIdInvalidError',
    });
    expect(telegram.requests.map(({ className }) => className)).not.toContain('messages.HideChatJoinRequest');
  });

  test('a wrong chat and a wrong user are told in one answer', async () => {
    const { services } = setUp();
    const both = services.chatInvites.hideJoinRequest({ peer: 'a b', user: '-7001', approved: true });
    await expect(both).rejects.toMatchObject({
      issues: [
        { path: ['input', 'peer'], code: 'USERNAME_INVALID', message: expect.stringContaining('a b') },
        { path: ['input', 'user'], code: 'USER_ID_INVALID', message: expect.stringContaining('-7001') },
      ],
    });
  });

  test('nobody waits: the message says that somebody else may have decided', async () => {
    const { services } = setUp({
      'messages.HideChatJoinRequest': () => {
        throw new RpcFailure(400, 'HIDE_REQUESTER_MISSING');
      },
    });
    const decided = services.chatInvites.hideJoinRequest({ peer, user: '@some_body', approved: true });
    await expect(decided).rejects.toMatchObject({ message: expect.stringContaining('somebody else may have decided') });
  });
});

const LOST = new TransportFailure('The session was forgotten.', 'UNKNOWN');
const FAILED = new RpcFailure(500, 'RPC_CALL_FAIL');
/** Telegram's second at which the requests of these tests leave; the answers tell it of themselves. */
const SENT = Date.UTC(2026, 0, 1) / 1000;

/** Those who wait, as Telegram lists them: somebody since that second. */
function waiting(...since: number[]): Api.messages.ChatInviteImporters {
  const importers = since.map((date) => new Api.ChatInviteImporter({ requested: true, userId: person.id, date }));
  return new Api.messages.ChatInviteImporters({ count: importers.length, importers, users: [person] });
}

/** What a decision whose answer was lost is told, and how often it was sent. */
async function decided(
  decision: 'hideJoinRequest' | 'hideAllJoinRequests',
  changed: Parameters<typeof setUp>[0],
  approved = true,
) {
  const { telegram, services } = setUpWith(changed, { monotonic: () => 0 });
  const input = { peer, approved, link: null, user: '@some_body' };
  const answer = await services.chatInvites[decision](input).catch((error: unknown) => error);
  const sent = telegram.requests.filter(({ className }) => /Hide/.test(className)).length;
  return { answer, sent };
}

describe('a decision whose answer was lost', () => {
  const cameIn = (date: number) => () =>
    new Api.channels.ChannelParticipant({
      participant: new Api.ChannelParticipant({ userId: person.id, date }),
      chats: [],
      users: [person],
    });
  const missing = () => Promise.reject(new RpcFailure(400, 'USER_NOT_PARTICIPANT'));
  const hide = (lost: Error) => ({ 'messages.HideChatJoinRequest': () => Promise.reject(lost) });

  test('the person has come in since: approved', async () => {
    const { answer, sent } = await decided('hideJoinRequest', {
      ...hide(LOST),
      'channels.GetParticipant': cameIn(SENT + 1),
    });
    expect(answer).toMatchObject({ approved: true });
    expect(sent).toBe(1);
  });

  test.each([
    [
      'was in before',
      { 'channels.GetParticipant': cameIn(SENT - 5), 'messages.GetChatInviteImporters': () => waiting() },
    ],
    [
      'asked again after it',
      { 'channels.GetParticipant': missing, 'messages.GetChatInviteImporters': () => waiting(SENT) },
    ],
    ['waits no more', { 'channels.GetParticipant': missing, 'messages.GetChatInviteImporters': () => waiting() }],
  ])('the person %s: nobody knows, and nothing is sent again', async (_, changed) => {
    for (const approved of [true, false]) {
      const { answer, sent } = await decided('hideJoinRequest', { ...hide(FAILED), ...changed }, approved);
      expect(answer).toMatchObject({ outcome: 'UNKNOWN' });
      expect(sent).toBe(1);
    }
  });

  test('the person waits since before it, and Telegram is through with it: it is sent once more', async () => {
    let tries = 0;
    const { answer, sent } = await decided('hideJoinRequest', {
      'messages.HideChatJoinRequest': () => {
        tries += 1;
        return tries === 1 ? Promise.reject(FAILED) : new Api.UpdatesTooLong();
      },
      'channels.GetParticipant': missing,
      'messages.GetChatInviteImporters': () => waiting(SENT - 1),
    });
    expect(answer).toMatchObject({ approved: true });
    expect(sent).toBe(2);
  });

  test.each([
    ['somebody waits still, and Telegram is through with it: not done', FAILED, [SENT - 1], 'NOT_EXECUTED'],
    ['somebody waits still, but it may still run: nobody knows', LOST, [SENT - 1], 'UNKNOWN'],
    ['nobody waits any more: nobody knows who decided', FAILED, [], 'UNKNOWN'],
  ])('all requests: %s', async (_, lost, since, outcome) => {
    const { answer, sent } = await decided('hideAllJoinRequests', {
      'messages.HideAllChatJoinRequests': () => Promise.reject(lost),
      // Telegram lists those behind the offset.
      'messages.GetChatInviteImporters': ({ offsetDate = 0 }: Api.messages.GetChatInviteImporters) =>
        waiting(...since.filter((date) => date < offsetDate)),
    });
    expect(answer).toMatchObject({ outcome });
    expect(sent).toBe(1);
  });
});

describe('deciding all requests', () => {
  const link = 'https://t.me/+AbCdEfGhIjKlMnOp';
  test.each<[string, Omit<HideAllChatJoinRequestsInput, 'peer'>, object]>([
    ['everybody in', { approved: true, link: null }, { approved: true, link: undefined }],
    ['everybody away', { approved: false, link: null }, { approved: undefined, link: undefined }],
    ['those of one link in', { approved: true, link: 'AbCdEfGhIjKlMnOp' }, { approved: true, link }],
  ])('%s', async (_, input, wire) => {
    const { telegram, services } = setUp();
    expect(await services.chatInvites.hideAllJoinRequests({ peer, ...input })).toEqual({
      chatId: '-1001234567890',
      approved: input.approved,
      link: input.link === null ? null : link,
    });
    expect(telegram.requests.at(-1)).toMatchObject({ className: 'messages.HideAllChatJoinRequests', ...wire });
  });

  test('a bot account is told who can, before any call about the chat', async () => {
    const { telegram, services } = setUp({ 'users.GetUsers': () => [meAsBot] });
    const all = services.chatInvites.hideAllJoinRequests({ peer, approved: true, link: null });
    await expect(all).rejects.toMatchObject({
      code: 'BOT_METHOD_INVALID',
      message: expect.stringMatching(/one by one.*a user account can/),
    });
    expect(telegram.requests.map(({ className }) => className)).toEqual(['users.GetUsers']);
  });

  test('a person is no chat, whoever asks', async () => {
    const { services } = setUp({ 'users.GetUsers': () => [me] });
    const all = services.chatInvites.hideAllJoinRequests({ peer: 'me', approved: true, link: null });
    await expect(all).rejects.toMatchObject({ name: 'PeerIdInvalidError' });
  });
});
