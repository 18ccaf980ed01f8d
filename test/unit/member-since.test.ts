import { describe, expect, test } from 'vitest';
import { TelegramError } from '../../src/services/errors/errors.ts';
import { cameBy, memberSince } from '../../src/services/invites/member-since.ts';
import { createInviteClaims } from '../../src/services/once/invite-claims.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { NOTHING_KEPT } from '../support/fake-services.ts';
import { fakeTelegram } from '../support/fake-telegram.ts';

const userId = toLong(8n);
const peer = new Api.PeerUser({ userId });
const person = { id: '8', input: new Api.InputPeerUser({ userId, accessHash: toLong(80n) }) };
const channel = { kind: 'CHANNEL', id: 1_234_567_890n, accessHash: 99n } as const;
const chat = {
  id: '-1001234567890',
  title: 'Group',
  username: null,
  kind: 'SUPERGROUP',
  participantsCount: 3,
} as const;
const group = { kind: 'BASIC_GROUP', id: 7_001n } as const;

describe('in a channel or a supergroup', () => {
  const since = (answer: () => Api.TypeChannelParticipant) => {
    const telegram = fakeTelegram({
      'channels.GetParticipant': () =>
        new Api.channels.ChannelParticipant({ participant: answer(), chats: [], users: [] }),
    });
    return memberSince({ telegram }, { ...channel, chat }, person);
  };

  const adminRights = new Api.ChatAdminRights({});
  const bannedRights = new Api.ChatBannedRights({ untilDate: 0 });
  test.each<[string, Api.TypeChannelParticipant, number | null]>([
    ['a member', new Api.ChannelParticipant({ userId, date: 1_700 }), 1_700],
    ['this account', new Api.ChannelParticipantSelf({ userId, inviterId: userId, date: 1_701 }), 1_701],
    ['the creator', new Api.ChannelParticipantCreator({ userId, adminRights }), 0],
    ['somebody who left', new Api.ChannelParticipantLeft({ peer }), null],
    [
      'somebody who was put out',
      new Api.ChannelParticipantBanned({ peer, kickedBy: userId, date: 1_702, bannedRights }),
      null,
    ],
  ])('%s', async (_, participant, date) => {
    expect(await since(() => participant)).toBe(date);
  });

  test('USER_NOT_PARTICIPANT is an answer; another refusal is none', async () => {
    const refused = (type: string) => () => {
      throw new TelegramError(type, type, 400);
    };
    expect(await since(refused('USER_NOT_PARTICIPANT'))).toBeNull();
    await expect(since(refused('CHAT_ADMIN_REQUIRED'))).rejects.toMatchObject({ code: 'CHAT_ADMIN_REQUIRED' });
    const mistake = () => {
      throw new TypeError('no such field');
    };
    await expect(since(mistake)).rejects.toThrow(TypeError);
  });
});

describe('in a basic group', () => {
  const chatId = toLong(7_001n);
  const since = (participants: Api.TypeChatParticipants) => {
    const telegram = fakeTelegram({
      'messages.GetFullChat': () =>
        new Api.messages.ChatFull({
          fullChat: new Api.ChatFull({
            id: chatId,
            about: '',
            participants,
            notifySettings: new Api.PeerNotifySettings({}),
          }),
          chats: [],
          users: [],
        }),
    });
    return memberSince({ telegram }, group, person);
  };
  const other = new Api.ChatParticipant({ userId: toLong(9n), inviterId: userId, date: 1_600 });
  const listed = (...participants: Api.TypeChatParticipant[]) =>
    new Api.ChatParticipants({ chatId, participants, version: 1 });

  test.each<[string, Api.TypeChatParticipants, number | null]>([
    ['a member', listed(other, new Api.ChatParticipant({ userId, inviterId: userId, date: 1_700 })), 1_700],
    ['the creator', listed(other, new Api.ChatParticipantCreator({ userId })), 0],
    ['somebody who is not in it', listed(other), null],
    ['somebody, where the account may not see who is', new Api.ChatParticipantsForbidden({ chatId }), null],
  ])('%s', async (_, participants, date) => {
    expect(await since(participants)).toBe(date);
  });
});

test.each([
  [null, false],
  [0, false],
  [999, false],
  [1_000, true],
  [1_331, true],
  [1_332, false],
  [1_999, false],
  [2_000, true],
])('who came in at %s came in after one of the sendings: %s', async (since, isSo) => {
  const sendings = [1_000, 2_000].map((earliest) => ({ earliest, latest: earliest + 1 }));
  const log = { error: () => {} };
  const claims = createInviteClaims(NOTHING_KEPT.claims, { open: [], monotonic: () => 0, log });
  const look = { sendings, isOver: true, claimant: null };
  expect(await cameBy({ claims }, look, { userId: '8', chatId: '-7001', since })).toBe(isSo);
  // One arrival is one request's.
  expect(await cameBy({ claims }, look, { userId: '8', chatId: '-7001', since })).toBe(false);
});
