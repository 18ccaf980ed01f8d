import { expect, test } from 'vitest';
import type { PeerStore, ResolvedUsername, StoredPeers } from '../../src/services/chats/peer-store.ts';
import { RpcFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { answers, group } from '../support/fake-community.ts';
import { fakeServices } from '../support/fake-services.ts';
import { fakeTelegram } from '../support/fake-telegram.ts';

const GROUP_ID = '-1001234567890';
const HOUR_MS = 3_600_000;
const CHAT = { peer: '@some_group', path: ['peer'] };

/** A store in memory that tells what it was given. */
function fakeStore(loaded: StoredPeers = { peers: [], usernames: [] }) {
  const kept: string[] = [];
  const usernames = new Map<string, ResolvedUsername>();
  const store: PeerStore = {
    load: async () => loaded,
    keep: (peers) => void kept.push(...peers.map(({ id }) => id.toString())),
    keepUsername: (resolved) => void usernames.set(resolved.username, resolved),
    forgetUsername: (username) => void usernames.delete(username),
  };
  return { store, kept, usernames, loaded };
}

/** Services over a store and a clock that the test moves. */
function setUp(
  stored: ReturnType<typeof fakeStore>,
  time: { now: number },
  changed: Parameters<typeof fakeTelegram>[0] = {},
) {
  const telegram = fakeTelegram({ ...answers, 'channels.GetChannels': () => ({ chats: [group] }), ...changed });
  const services = fakeServices({ telegram, clock: () => new Date(time.now), peers: stored });
  const asked = () => telegram.requests.filter(({ className }) => className === 'contacts.ResolveUsername').length;
  return { services, asked, telegram };
}

const known: StoredPeers['peers'] = [
  {
    kind: 'CHANNEL',
    id: 1234567890n,
    accessHash: 99n,
    chat: { id: GROUP_ID, kind: 'SUPERGROUP', title: 'Group', username: 'some_group', participantsCount: null },
  },
];
const knownSince = (askedAt: number) =>
  fakeStore({ peers: known, usernames: [{ username: 'some_group', id: GROUP_ID, askedAt: new Date(askedAt) }] });

test('what is resolved is kept, with the name in lower case and the time', async () => {
  const time = { now: Date.parse('2026-01-01T00:00:00Z') };
  const stored = fakeStore();
  const { services } = setUp(stored, time);
  await services.chats.idOf('@Some_Group', CHAT.path);
  expect(stored.kept).toEqual(['1234567890']);
  expect([...stored.usernames.values()]).toEqual([
    { username: 'some_group', id: GROUP_ID, askedAt: new Date(time.now) },
  ]);
});

test('an entity marked min is not kept: its access hash is no good elsewhere', async () => {
  const stored = fakeStore();
  const min = new Api.Channel({
    id: toLong(5n),
    accessHash: toLong(6n),
    min: true,
    title: 'Min',
    photo: group.photo,
    date: 0,
  });
  const { services } = setUp(stored, { now: 0 }, { 'channels.GetChannels': () => ({ chats: [min, group] }) });
  await services.chats.load([GROUP_ID]);
  expect(stored.kept).toEqual(['1234567890']);
});

test('an entity that stays the same is not written again', async () => {
  const stored = fakeStore();
  const { services } = setUp(stored, { now: 0 });
  await services.chats.idOf(CHAT.peer, CHAT.path);
  await services.chats.load([GROUP_ID]);
  await services.chats.load([GROUP_ID]);
  expect(stored.kept).toEqual(['1234567890']);
});

test('a kept username and a kept id cost no call', async () => {
  const { services, asked, telegram } = setUp(knownSince(0), { now: 23 * HOUR_MS });
  expect(await services.chats.idOf(CHAT.peer, CHAT.path)).toBe(GROUP_ID);
  expect(await services.chats.idOf(GROUP_ID, CHAT.path)).toBe(GROUP_ID);
  expect(telegram.requests).toEqual([]);
  await services.chats.load([GROUP_ID]);
  expect(telegram.requests).toMatchObject([{ id: [{ channelId: toLong(1234567890n), accessHash: toLong(99n) }] }]);
  expect(asked()).toBe(0);
});

test('a username is asked for again after 24 hours, kept or not', async () => {
  const time = { now: 24 * HOUR_MS };
  const { services, asked } = setUp(knownSince(0), time);
  await services.chats.idOf(CHAT.peer, CHAT.path);
  await services.chats.idOf(CHAT.peer, CHAT.path);
  expect(asked()).toBe(1);
  time.now += 24 * HOUR_MS;
  await services.chats.idOf(CHAT.peer, CHAT.path);
  expect(asked()).toBe(2);
});

test('usernames older than 24 hours are taken out of the store', () => {
  const stored = knownSince(0);
  stored.usernames.set('some_group', { username: 'some_group', id: GROUP_ID, askedAt: new Date(0) });
  setUp(stored, { now: 25 * HOUR_MS });
  expect(stored.usernames.size).toBe(0);
});

test('CHANNEL_INVALID for a kept username: it is asked for anew, once', async () => {
  const { services, asked } = setUp(
    knownSince(0),
    { now: HOUR_MS },
    {
      'channels.GetChannels': () => {
        throw new RpcFailure(400, 'CHANNEL_INVALID');
      },
    },
  );
  for (const expected of [0, 1, 1]) {
    await services.chats.idOf(CHAT.peer, CHAT.path);
    expect(asked()).toBe(expected);
    await expect(services.chats.load([GROUP_ID])).rejects.toMatchObject({ code: 'CHANNEL_INVALID' });
  }
});

test('a list of chats that could not be read is read again for the next unknown id, without waiting five minutes', async () => {
  let reads = 0;
  const { services } = setUp(
    fakeStore(),
    { now: 0 },
    {
      'messages.GetDialogs': () => {
        reads += 1;
        if (reads === 1) throw new RpcFailure(400, 'TEST_REFUSAL');
        return new Api.messages.Dialogs({ dialogs: [], messages: [], chats: [group], users: [] });
      },
    },
  );
  await expect(services.chats.idOf(GROUP_ID, CHAT.path)).rejects.toThrow('TEST_REFUSAL');
  await expect(services.chats.idOf(GROUP_ID, CHAT.path)).resolves.toBe(GROUP_ID);
  expect(reads).toBe(2);
});

test('where a username led another account is taken over with its age, of what was seen and not doubted since', async () => {
  const time = { now: 48 * HOUR_MS };
  const told = { username: 'some_group', id: GROUP_ID, askedAt: new Date(time.now - HOUR_MS) };
  const stranger = setUp(fakeStore(), time);
  stranger.services.facts.noteResolved(told);
  expect(stranger.services.facts.resolved('some_group')).toBeUndefined();

  const { services, asked } = setUp(fakeStore({ peers: known, usernames: [] }), time, {
    'messages.ExportChatInvite': () => {
      throw new RpcFailure(400, 'CHANNEL_INVALID');
    },
  });
  services.facts.noteResolved(told);
  expect(services.facts.resolved('Some_Group')).toEqual(told);
  const settings = { legacyRevokePermanent: false, requestNeeded: false, expireDate: null, usageLimit: null };
  const input = { peer: '@some_group', ...settings, title: null, subscriptionPricing: null };
  await expect(services.chatInvites.export(input)).rejects.toThrow('cannot be addressed');
  expect(asked()).toBe(0);
  services.facts.noteResolved(told);
  expect(services.facts.resolved('some_group')).toBeUndefined();
  time.now += 24 * HOUR_MS;
  services.facts.noteResolved({ ...told, askedAt: new Date(time.now - 24 * HOUR_MS) });
  expect(services.facts.resolved('some_group')).toBeUndefined();
});
