/** Several accounts behind fake ports, in one Telegram with one supergroup and one basic group, for unit tests of routing. */
import type { ServicesDeps } from '../../src/services/index.ts';
import { createKeyAccounts, type KeyAccountStore } from '../../src/services/routing/key-account.ts';
import type { Right } from '../../src/services/routing/rights.ts';
import { createRouting, type RoutedAccount } from '../../src/services/routing/route.ts';
import { RpcFailure } from '../../src/telegram/rpc-error.ts';
import { Api, fromLong, toLong } from '../../src/telegram/tl.ts';
import { fakeServices } from './fake-services.ts';
import { type FakeTelegram, fakeTelegram } from './fake-telegram.ts';

/** Marked id of `@some_group`. */
export const CHAT = '-1001234567890';
const CHAT_ID = 1_234_567_890n;
const NOW_S = 1_700_000_000;

/** Links of the chat by hash, with who made each. */
type Links = Map<string, bigint>;

export interface FakeAccount extends RoutedAccount {
  readonly telegram: FakeTelegram;
  /** Names of the calls so far without the namespace, but for the question who it is. */
  calls(): string[];
  /** What it may do in the chat from now on, as Telegram decides it. */
  right: Right;
}

export interface FakeAccountOptions {
  readonly id?: bigint;
  readonly right?: Right;
  /** It has seen the chat before. */
  readonly hasSeen?: boolean;
  /** It has seen this person. */
  readonly hasMet?: bigint;
  readonly links?: Links;
  readonly answers?: Parameters<typeof fakeTelegram>[0];
  readonly deps?: Partial<ServicesDeps>;
}

/** A bot where the name says so. The account is an admin and has seen the chat, where nothing else is said. */
export function fakeAccount(name: string, options: FakeAccountOptions = {}): FakeAccount {
  const { right = 'ADMIN', hasSeen = true, hasMet, links = new Map() } = options;
  const isBot = name.includes('bot');
  const id = options.id ?? BigInt(1_000 + [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
  const self = new Api.User({ id: toLong(id), self: true, bot: isBot, accessHash: toLong(id), firstName: name });
  const accessHash = id * 10n;
  const account = { right };

  function chat(): Api.TypeChat {
    const about = { id: toLong(CHAT_ID), accessHash: toLong(accessHash), megagroup: true, title: 'Group' };
    if (account.right === 'OUTSIDE') return new Api.ChannelForbidden(about);
    const adminRights = new Api.ChatAdminRights({ inviteUsers: true });
    const isCreator = account.right === 'OWNER';
    return new Api.Channel({
      ...about,
      photo: new Api.ChatPhotoEmpty(),
      date: 0,
      ...(isCreator && { creator: true }),
      ...(account.right === 'ADMIN' && { adminRights }),
    });
  }

  function needRight(creator = id): void {
    if (account.right === 'OUTSIDE') throw new RpcFailure(400, 'CHANNEL_PRIVATE');
    const isAllowed = account.right === 'OWNER' || (account.right === 'ADMIN' && creator === id);
    if (!isAllowed) throw new RpcFailure(400, 'CHAT_ADMIN_REQUIRED');
  }

  function exported(hash: string): Api.ChatInviteExported {
    return new Api.ChatInviteExported({
      link: `https://t.me/+${hash}`,
      adminId: toLong(links.get(hash) ?? id),
      date: NOW_S,
    });
  }

  function named({ link }: { readonly link: string }): Api.messages.ExportedChatInvite {
    const hash = link.slice('https://t.me/+'.length);
    needRight(links.get(hash));
    return new Api.messages.ExportedChatInvite({ invite: exported(hash), users: [] });
  }

  const telegram = fakeTelegram({
    'users.GetUsers': () => [self],
    'updates.GetState': () => new Api.updates.State({ pts: 1, qts: 0, date: NOW_S, seq: 0, unreadCount: 0 }),
    'contacts.ResolveUsername': ({ username }: Api.contacts.ResolveUsername) => {
      if (username !== 'some_group') throw new RpcFailure(400, 'USERNAME_NOT_OCCUPIED');
      const peer = new Api.PeerChannel({ channelId: toLong(CHAT_ID) });
      return new Api.contacts.ResolvedPeer({ peer, users: [], chats: [chat()] });
    },
    'channels.GetChannels': ({ id: [asked] }: Api.channels.GetChannels) => {
      const hash = asked instanceof Api.InputChannel ? fromLong(asked.accessHash) : null;
      const isIn = account.right !== 'OUTSIDE';
      if (hash !== accessHash && !(hash === 0n && isBot && isIn)) throw new RpcFailure(400, 'CHANNEL_INVALID');
      return new Api.messages.Chats({ chats: [chat()] });
    },
    'messages.GetDialogs': () => new Api.messages.Dialogs({ dialogs: [], messages: [], chats: [], users: [] }),
    'messages.ExportChatInvite': () => {
      needRight();
      const hash = `AbCdEfGhIjKlMnOp${links.size}`;
      links.set(hash, id);
      return exported(hash);
    },
    'messages.GetExportedChatInvite': named,
    'messages.EditExportedChatInvite': (request: Api.messages.EditExportedChatInvite) => {
      const answer = named(request);
      const isOthers = fromLong(exported(request.link.slice('https://t.me/+'.length)).adminId) !== id;
      // The other accounts' ids are those of bots in the tests that get here.
      if (isOthers) throw new RpcFailure(403, 'EDIT_BOT_INVITE_FORBIDDEN');
      return answer;
    },
    ...options.answers,
  });
  const loaded = {
    peers: [
      ...(hasSeen
        ? [
            {
              kind: 'CHANNEL',
              id: CHAT_ID,
              accessHash,
              chat: { id: CHAT, kind: 'SUPERGROUP', title: 'Group', username: null, participantsCount: null },
            } as const,
          ]
        : []),
      ...(hasMet === undefined
        ? []
        : [
            {
              kind: 'USER',
              id: hasMet,
              accessHash: 1n,
              user: { id: `${hasMet}`, firstName: 'Somebody', lastName: null, username: null, isBot: false },
            } as const,
          ]),
    ],
    usernames: [],
  };
  const store = { load: async () => loaded, keep: () => {}, keepUsername: () => {}, forgetUsername: () => {} };
  return Object.assign(account, {
    name,
    kind: isBot ? ('BOT' as const) : ('USER' as const),
    userId: id.toString(),
    telegram,
    services: fakeServices({ telegram, peers: { store, loaded }, ...options.deps }),
    failure: () => new Error('unused') as never,
    enter: () => () => {},
    calls: () =>
      telegram.requests.map(({ className }) => className.replace(/^\w+\./, '')).filter((call) => call !== 'GetUsers'),
  });
}

/** The rows of keys in memory, `slowly` as a database: what it answers is as old as the way back is long. */
export function memoryKeys(
  rows = new Map<string, string>(),
  slowly: () => Promise<void> = async () => {},
): KeyAccountStore & { readonly rows: Map<string, string> } {
  async function ask<T>(query: () => T): Promise<T> {
    await slowly();
    const answer = query();
    await slowly();
    return answer;
  }

  return {
    rows,
    read: ({ key }) => ask(() => rows.get(key) ?? null),
    claim: ({ key }, accountId) =>
      ask(() => {
        const owner = rows.get(key) ?? accountId;
        rows.set(key, owner);
        return owner;
      }),
    move: ({ key }, from, to) =>
      ask(() => {
        if (rows.get(key) === from) rows.set(key, to);
      }),
  };
}

/** The routing of these accounts, the first of which is the default one. */
export function routingAmong<A extends RoutedAccount>(accounts: readonly A[], store: KeyAccountStore = memoryKeys()) {
  const list = () => accounts;
  const get = (name?: string | null) => accounts.find((one) => one.name === (name ?? accounts[0]?.name)) ?? null;
  return createRouting<A>({ list, get }, createKeyAccounts(store, { error: () => {} }));
}

/** Its `on`. */
export function routeAmong<A extends RoutedAccount>(...accounts: Parameters<typeof routingAmong<A>>) {
  return routingAmong(...accounts).on;
}
