import { LRUCache } from 'lru-cache';
import { Api, fromLong } from '../../telegram/tl.ts';
import { markedId } from '../chats/peer.ts';
import { upTo } from '../chats/up-to.ts';

/**
 * What an account may do in a chat, as the chat's `creator` and `admin_rights` tell it (https://core.telegram.org/constructor/channel).
 * OWNER: everything. ADMIN: it has the right to invite. MEMBER: it has not. OUTSIDE: it is not in there.
 */
export type Right = 'OWNER' | 'ADMIN' | 'MEMBER' | 'OUTSIDE';

export interface StoredRight {
  /** Marked id. */
  readonly chatId: string;
  readonly right: Right;
  readonly learntAt: Date;
}

/** Where an account's rights outlive the process. Writing goes on in the background and its failures are not thrown. */
export interface RightsStore {
  /** In the place of what was kept of the chat. */
  keep(right: StoredRight): void;
  forget(chatId: string): void;
}

/** What an earlier run of the process has kept, and where this one keeps what it learns. */
export interface KeptRights {
  readonly store: RightsStore;
  /** The one learnt longest ago first. */
  readonly loaded: readonly StoredRight[];
}

/** Rights that end with the process: they are learnt again. */
export const NO_KEPT_RIGHTS: KeptRights = { store: { keep: () => {}, forget: () => {} }, loaded: [] };

/** What one account may do in its chats. */
export interface Rights {
  /** `null`: not known, or learnt so long ago that somebody may have made the account an admin since. */
  of(chatId: string): Right | null;
  /** The chats in which the account may invite, as far as known: marked ids. */
  invitable(): readonly string[];
  /** Takes in the chats that come along with any answer: those in which the account may invite, and those that are known already. */
  learn(chats: readonly Api.TypeChat[]): void;
  /** Takes in the answer to a question about this chat; without the chat it tells that the account is not in there. */
  asked(chatId: string, chats: readonly Api.TypeChat[]): void;
  /** Telegram has refused what the right allows. A right that does not allow it stays. */
  refused(chatId: string): void;
}

const MOST_RIGHTS = 10_000;
/** Telegram refuses who has lost a right, but says nothing to who is not asked. */
const REFUSAL_LIFE_MS = 3_600_000;

export function mayInvite(right: Right): boolean {
  return right === 'OWNER' || right === 'ADMIN';
}

export function createRights({ store, loaded }: KeptRights, clock: () => Date): Rights {
  const rights = new LRUCache<string, StoredRight>({
    ...upTo(MOST_RIGHTS),
    dispose: (_right, chatId, reason) => {
      if (reason === 'evict') store.forget(chatId);
    },
  });
  for (const each of loaded) rights.set(each.chatId, each);

  function of(chatId: string): Right | null {
    const known = rights.get(chatId);
    if (!known) return null;
    const isOld = !mayInvite(known.right) && clock().getTime() - known.learntAt.getTime() > REFUSAL_LIFE_MS;
    return isOld ? null : known.right;
  }

  function note(chatId: string, right: Right): void {
    if (of(chatId) === right) return;
    const learnt = { chatId, right, learntAt: clock() };
    rights.set(chatId, learnt);
    store.keep(learnt);
  }

  return {
    of,
    invitable: () => [...rights.values()].filter(({ right }) => mayInvite(right)).map(({ chatId }) => chatId),
    learn(chats) {
      for (const { chatId, right } of chats.flatMap(toldBy)) {
        if (mayInvite(right) || rights.has(chatId)) note(chatId, right);
      }
    },
    asked(chatId, chats) {
      const told = chats.flatMap(toldBy).find((each) => each.chatId === chatId);
      note(chatId, told?.right ?? 'OUTSIDE');
    },
    refused(chatId) {
      const right = of(chatId);
      if (right === null || !mayInvite(right)) return;
      rights.delete(chatId);
      store.forget(chatId);
    },
  };
}

/** None where the entity does not tell (https://core.telegram.org/api/min). */
function toldBy(chat: Api.TypeChat): { readonly chatId: string; readonly right: Right }[] {
  if (chat instanceof Api.ChatEmpty || (chat instanceof Api.Channel && chat.min)) return [];
  const isGroup = chat instanceof Api.Chat || chat instanceof Api.ChatForbidden;
  const chatId = markedId({ kind: isGroup ? 'BASIC_GROUP' : 'CHANNEL', id: fromLong(chat.id) });
  return [{ chatId, right: rightIn(chat) }];
}

function rightIn(chat: Api.Chat | Api.Channel | Api.ChatForbidden | Api.ChannelForbidden): Right {
  if (chat instanceof Api.ChatForbidden || chat instanceof Api.ChannelForbidden || chat.left) return 'OUTSIDE';
  // A basic group that has become a supergroup takes no links any more.
  if (chat instanceof Api.Chat && (chat.deactivated || chat.migratedTo)) return 'OUTSIDE';
  if (chat.creator) return 'OWNER';
  return chat.adminRights?.inviteUsers ? 'ADMIN' : 'MEMBER';
}
