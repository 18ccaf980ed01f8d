import { describe, expect, test } from 'vitest';
import type { ExportChatInviteInput } from '../../src/services/invites/export-chat-invite.ts';
import type { Ledger } from '../../src/services/once/ledger.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { answers, group, link, setUp } from '../support/fake-community.ts';

const input: ExportChatInviteInput = {
  peer: '@some_group',
  legacyRevokePermanent: false,
  requestNeeded: false,
  expireDate: null,
  usageLimit: null,
  title: null,
  subscriptionPricing: null,
};

const channelLike = { title: 'Another', photo: new Api.ChatPhotoEmpty(), date: 0 };
const methods = ({ requests }: { readonly requests: readonly Api.AnyRequest[] }) =>
  requests.map((request) => request.className);

describe('exporting an invite', () => {
  test('sends only what was asked for: an absent flag stays absent', async () => {
    const { telegram, services } = setUp();
    await services.chatInvites.export(input);
    const request = telegram.requests.at(-1);
    expect(request).toBeInstanceOf(Api.messages.ExportChatInvite);
    for (const field of [
      'legacyRevokePermanent',
      'requestNeeded',
      'expireDate',
      'usageLimit',
      'title',
      'subscriptionPricing',
    ]) {
      expect(request).not.toHaveProperty(field, expect.anything());
    }
  });

  test('sends what was asked for', async () => {
    const { telegram, services } = setUp();
    const expireDate = new Date('2026-06-01T00:00:00.900Z');
    await services.chatInvites.export({ ...input, requestNeeded: true, expireDate, title: ' Flyer\n' });
    expect(telegram.requests.at(-1)).toMatchObject({ requestNeeded: true, expireDate: 1_780_272_000, title: 'Flyer' });
    await services.chatInvites.export({ ...input, usageLimit: 7 });
    expect(telegram.requests.at(-1)).toMatchObject({ usageLimit: 7 });
    await services.chatInvites.export({ ...input, legacyRevokePermanent: true });
    expect(telegram.requests.at(-1)).toMatchObject({ legacyRevokePermanent: true });
    await services.chatInvites.export({ ...input, subscriptionPricing: { period: 2_592_000, amount: 5 } });
    expect(telegram.requests.at(-1)).toMatchObject({ subscriptionPricing: { period: 2_592_000, amount: toLong(5n) } });
  });

  test('maps what Telegram leaves out: counts are 0, dates and titles null', async () => {
    const { services } = setUp();
    expect(await services.chatInvites.export(input)).toEqual({
      kind: 'EXPORTED_CHAT_INVITE',
      link: 'https://t.me/+AbCdEfGhIjKlMnOp',
      chatId: '-1001234567890',
      adminId: '7',
      date: new Date(1_700_000_000_000),
      startDate: null,
      expireDate: null,
      usageLimit: null,
      usage: 0,
      requested: 0,
      title: null,
      permanent: false,
      revoked: false,
      requestNeeded: false,
      subscriptionPricing: null,
      subscriptionExpired: 0,
    });
  });

  test('answers chatInvitePublicJoinRequests as what it is', async () => {
    const { services } = setUp({ 'messages.ExportChatInvite': () => new Api.ChatInvitePublicJoinRequests() });
    expect(await services.chatInvites.export(input)).toEqual({
      kind: 'PUBLIC_JOIN_REQUESTS',
      chatId: '-1001234567890',
    });
  });

  test('a username is resolved once, however often and however many at once ask', async () => {
    const { telegram, services } = setUp();
    await Promise.all([1, 2, 3].map(() => services.chatInvites.export(input)));
    await services.chatInvites.export({ ...input, peer: 't.me/SOME_GROUP' });
    await services.chatInvites.export({ ...input, peer: '-1001234567890' });
    expect(methods(telegram).filter((method) => method === 'contacts.ResolveUsername')).toHaveLength(1);
  });

  test('a failed look-up of a username is not kept', async () => {
    let failures = 1;
    const { services, pass } = setUp({
      'contacts.ResolveUsername': (request: Api.contacts.ResolveUsername) => {
        if (failures-- > 0) throw new RpcFailure(420, 'FLOOD_WAIT_5');
        return answers['contacts.ResolveUsername'](request);
      },
    });
    await expect(services.chatInvites.export(input)).rejects.toMatchObject({ retryAfterSeconds: 5 });
    pass(5_000);
    await expect(services.chatInvites.export(input)).resolves.toMatchObject({ chatId: '-1001234567890' });
  });

  test.each(['1234', 'me'])('the person %j costs no call', async (peer) => {
    const { telegram, services } = setUp();
    await expect(services.chatInvites.export({ ...input, peer })).rejects.toMatchObject({ code: 'PEER_ID_INVALID' });
    expect(telegram.requests).toEqual([]);
  });

  test('a username of a person is refused after resolving it', async () => {
    const { telegram, services } = setUp();
    await expect(services.chatInvites.export({ ...input, peer: 'some_body' })).rejects.toMatchObject({
      code: 'PEER_ID_INVALID',
    });
    expect(methods(telegram)).toEqual(['contacts.ResolveUsername']);
  });

  test('a broken rule costs no call, not even to resolve the peer', async () => {
    const { telegram, services } = setUp();
    await expect(services.chatInvites.export({ ...input, usageLimit: 0 })).rejects.toMatchObject({
      code: 'USAGE_LIMIT_INVALID',
    });
    expect(telegram.requests).toEqual([]);
  });

  test('an id that was never seen is looked for in the account’s chats', async () => {
    const { telegram, services } = setUp();
    await services.chatInvites.export({ ...input, peer: '-1001234567890' });
    expect(methods(telegram)).toEqual(['users.GetUsers', 'messages.GetDialogs', 'messages.ExportChatInvite']);
  });

  test('an id that is in none of them is PeerNotFoundError, and the chats are not read again at once', async () => {
    const { telegram, services } = setUp();
    for (let round = 0; round < 3; round += 1) {
      await expect(services.chatInvites.export({ ...input, peer: '-1009999999999' })).rejects.toMatchObject({
        name: 'PeerNotFoundError',
      });
    }
    expect(methods(telegram).filter((method) => method === 'messages.GetDialogs')).toHaveLength(1);
  });

  test('a bot asks for the channel itself, as it cannot list its chats', async () => {
    const bot = new Api.User({ id: toLong(7n), self: true, bot: true, accessHash: toLong(70n), firstName: 'Bot' });
    const { telegram, services } = setUp({
      'users.GetUsers': () => [bot],
      'channels.GetChannels': () => new Api.messages.Chats({ chats: [group] }),
    });
    await services.chatInvites.export({ ...input, peer: '-1001234567890' });
    expect(methods(telegram)).toEqual(['users.GetUsers', 'channels.GetChannels', 'messages.ExportChatInvite']);
  });

  test.each(['NOT_EXECUTED', 'UNKNOWN'] as const)('a lost answer is told with its outcome %s', async (outcome) => {
    const { services } = setUp({
      'messages.ExportChatInvite': () => {
        throw new TransportFailure('The connection to Telegram was lost.', outcome);
      },
      'messages.GetExportedChatInvites': () => {
        throw new TransportFailure('There is no connection to Telegram at the moment.', 'NOT_EXECUTED');
      },
    });
    await expect(services.chatInvites.export(input)).rejects.toMatchObject({
      name: 'TelegramUnavailableError',
      outcome,
    });
  });
});

test('an earlier try whose expiry has passed by now is looked for all the same', async () => {
  const sentAt = new Date(Date.UTC(2025, 11, 31, 23, 59));
  const expireDate = new Date(Date.UTC(2025, 11, 31, 23, 59, 30));
  const date = sentAt.getTime() / 1000;
  const made = new Api.ChatInviteExported({ ...link, date, expireDate: expireDate.getTime() / 1000 });
  const { telegram, services } = setUp(
    { 'messages.GetExportedChatInvites': () => ({ count: 1, invites: [made], users: [] }) },
    { ledger: ledgerOf(sentAt) },
  );
  await expect(services.chatInvites.export({ ...input, expireDate, idempotencyKey: 'a key' })).resolves.toMatchObject({
    link: link.link,
  });
  expect(methods(telegram)).not.toContain('messages.ExportChatInvite');
});

/** A ledger in which every key was sent at that time by a process that has died since. */
function ledgerOf(sentAt: Date): Ledger {
  return {
    begin: async ({ method, fingerprint, now }) => ({
      kind: 'known',
      record: {
        ...{ method, fingerprint, state: 'sending', hint: sentAt.toISOString(), answer: null },
        ...{ startedAt: now, finishedAt: null, ownerBoot: 'earlier' },
      },
    }),
    sending: async () => {},
    finish: async () => {},
    release: async () => {},
  };
}

test('that nobody has a username is known for a minute', async () => {
  const { telegram, services, pass } = setUp({
    'contacts.ResolveUsername': () => {
      throw new RpcFailure(400, 'USERNAME_NOT_OCCUPIED');
    },
  });
  const ask = async () => {
    await expect(services.chatInvites.export(input)).rejects.toMatchObject({ code: 'USERNAME_NOT_OCCUPIED' });
    return telegram.requests.length;
  };
  expect(await ask()).toBe(1);
  pass(59_000);
  expect(await ask()).toBe(1);
  pass(1_000);
  expect(await ask()).toBe(2);
});

describe('loading chats and users', () => {
  test('what is known is answered when Telegram cannot be asked just now', async () => {
    const { services } = setUp({
      'channels.GetChannels': () => {
        throw new RpcFailure(420, 'FLOOD_WAIT_30');
      },
    });
    await services.chatInvites.export(input);
    expect(await services.chats.load(['-1001234567890'])).toEqual([
      { id: '-1001234567890', kind: 'SUPERGROUP', title: 'Group', username: 'some_group', participantsCount: null },
    ]);
  });

  test('a refusal by Telegram is told', async () => {
    const { services } = setUp({
      'channels.GetChannels': () => {
        throw new RpcFailure(400, 'CHANNEL_PRIVATE');
      },
    });
    await services.chatInvites.export(input);
    await expect(services.chats.load(['-1001234567890'])).rejects.toMatchObject({ code: 'CHANNEL_PRIVATE' });
  });

  test('users that were never seen are errors in their places', async () => {
    const { services } = setUp();
    expect(await services.users.load(['7', '555'])).toEqual([
      { id: '7', firstName: 'Me', lastName: null, username: null, isBot: false },
      expect.objectContaining({ name: 'PeerNotFoundError' }),
    ]);
  });
});

test('an account’s chats are paged by the top message of the last one, dates taken from that very chat', async () => {
  const date = 1_700_000_000;
  const dialogs = Array.from({ length: 100 }, (_, index) => 1_000n + BigInt(index)).map((id) => ({
    chat: new Api.Channel({ ...channelLike, id: toLong(id), accessHash: toLong(id) }),
    dialog: new Api.Dialog({
      peer: new Api.PeerChannel({ channelId: toLong(id) }),
      topMessage: 5,
      readInboxMaxId: 0,
      readOutboxMaxId: 0,
      unreadCount: 0,
      unreadMentionsCount: 0,
      unreadReactionsCount: 0,
      notifySettings: new Api.PeerNotifySettings({}),
    }),
    message: new Api.Message({
      id: 5,
      peerId: new Api.PeerChannel({ channelId: toLong(id) }),
      date: date + Number(id),
      message: '',
    }),
  }));
  const pages: Api.messages.GetDialogs[] = [];
  const { services } = setUp({
    'messages.GetDialogs': (request: Api.messages.GetDialogs) => {
      pages.push(request);
      const page = pages.length === 1 ? dialogs : [];
      return new Api.messages.DialogsSlice({
        count: 101,
        dialogs: page.map(({ dialog }) => dialog),
        messages: page.map(({ message }) => message),
        chats: pages.length === 1 ? dialogs.map(({ chat }) => chat) : [group],
        users: [],
      });
    },
  });
  await services.chatInvites.export({ ...input, peer: '-1001234567890' });
  expect(pages).toHaveLength(2);
  expect(pages[1]).toMatchObject({ offsetId: 5, offsetDate: date + 1_099 });
  expect(pages[1]?.offsetPeer).toMatchObject({ className: 'InputPeerChannel', channelId: toLong(1_099n) });
});
