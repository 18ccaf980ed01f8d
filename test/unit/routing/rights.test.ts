import { expect, test } from 'vitest';
import { createRights, type StoredRight } from '../../../src/services/routing/rights.ts';
import { Api, toLong } from '../../../src/telegram/tl.ts';

const CHAT = '-1000000000007';
const HOUR_MS = 3_600_000;
const shape = { id: toLong(7n), accessHash: toLong(1n), title: 'Group', photo: new Api.ChatPhotoEmpty(), date: 0 };
const invites = new Api.ChatAdminRights({ inviteUsers: true });
const channel = (flags: object = {}) => new Api.Channel({ ...shape, megagroup: true, ...flags });
const group = (flags: object = {}) => new Api.Chat({ ...shape, participantsCount: 2, version: 1, ...flags });

function setUp(loaded: readonly StoredRight[] = []) {
  const kept = new Map<string, StoredRight>();
  let writes = 0;
  let now = 0;
  const store = {
    keep(right: StoredRight) {
      writes += 1;
      kept.set(right.chatId, right);
    },
    forget: (chatId: string) => void kept.delete(chatId),
  };
  const rights = createRights({ store, loaded }, () => new Date(now));
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { rights, kept, pass, writes: () => writes };
}

test.each([
  ['OWNER', CHAT, channel({ creator: true })],
  ['ADMIN', CHAT, channel({ adminRights: invites })],
  ['MEMBER', CHAT, channel({ adminRights: new Api.ChatAdminRights({ banUsers: true }) })],
  ['MEMBER', CHAT, channel()],
  ['OUTSIDE', CHAT, channel({ left: true, creator: true })],
  ['OUTSIDE', CHAT, new Api.ChannelForbidden({ ...shape, megagroup: true })],
  ['OUTSIDE', CHAT, channel({ min: true })],
  ['OWNER', '-7', group({ creator: true })],
  ['ADMIN', '-7', group({ adminRights: invites })],
  ['OUTSIDE', '-7', group({ creator: true, deactivated: true })],
  ['OUTSIDE', '-7', new Api.ChatForbidden(shape)],
  ['OUTSIDE', '-7', new Api.ChatEmpty(shape)],
])('%s of %s, as the answer to a question tells', (right, chatId, chat) => {
  const { rights, kept } = setUp();
  rights.asked(chatId, [chat]);
  expect(rights.of(chatId)).toBe(right);
  expect(kept.get(chatId)).toMatchObject({ right });
});

test('what passes by is kept of chats in which the account may invite, and of those that are known', () => {
  const { rights, kept, writes } = setUp();
  rights.learn([channel(), group()]);
  expect([rights.of(CHAT), kept.size]).toEqual([null, 0]);
  rights.learn([channel({ creator: true })]);
  rights.learn([channel({ creator: true })]);
  expect([rights.of(CHAT), writes()]).toEqual(['OWNER', 1]);
  rights.learn([channel()]);
  expect([rights.of(CHAT), kept.get(CHAT)?.right]).toEqual(['MEMBER', 'MEMBER']);
});

test('a right is forgotten when Telegram refuses what it allows; one that allows nothing stays', () => {
  const { rights, kept } = setUp([{ chatId: CHAT, right: 'ADMIN', learntAt: new Date(0) }]);
  expect(rights.of(CHAT)).toBe('ADMIN');
  rights.refused(CHAT);
  expect([rights.of(CHAT), kept.has(CHAT)]).toEqual([null, false]);
  rights.asked(CHAT, [channel()]);
  rights.refused(CHAT);
  expect(rights.of(CHAT)).toBe('MEMBER');
});

test('that there is no right is believed for an hour, that there is one until a refusal', () => {
  const { rights, pass } = setUp();
  rights.asked(CHAT, [channel()]);
  rights.asked('-7', [group({ creator: true })]);
  pass(HOUR_MS);
  expect(rights.of(CHAT)).toBe('MEMBER');
  pass(1);
  expect([rights.of(CHAT), rights.of('-7')]).toEqual([null, 'OWNER']);
});
