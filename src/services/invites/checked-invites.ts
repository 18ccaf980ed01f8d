import { LRUCache } from 'lru-cache';
import { upTo } from '../chats/up-to.ts';
import { InviteHashExpiredError, InviteHashInvalidError } from '../errors/telegram-errors.ts';
import type { ChatInviteAlready, ChatInvitePeek, ChatInvitePreview } from '../models.ts';
import { askShared } from '../shared-work.ts';

export type CheckedInvite = ChatInviteAlready | ChatInvitePeek | ChatInvitePreview;

/**
 * What links lead to, for a minute: messages.checkChatInvite is flooded after a few calls. That a link does not work is kept
 * as well; waits and lost connections are not.
 */
export interface CheckedInvites {
  /** What is known of this hash, or what `check` says, which callers who ask at once share. */
  get(hash: string, check: () => Promise<CheckedInvite>): Promise<CheckedInvite>;
  /** What the link leads to has changed, or how the account stands to it. */
  forget(hash: string): void;
  /** It is not known which link has changed. */
  forgetAll(): void;
}

/** `Infinity` while it is under way. */
interface Entry {
  readonly answer: Promise<CheckedInvite>;
  /** Unix milliseconds. */
  goodUntil: number;
}

const LIFE_MS = 60_000;
const MOST_LINKS = 10_000;

export function createCheckedInvites(clock: () => Date): CheckedInvites {
  const entries = new LRUCache<string, Entry>(upTo(MOST_LINKS));
  const now = () => clock().getTime();

  function begin(hash: string, check: () => Promise<CheckedInvite>): Promise<CheckedInvite> {
    const entry: Entry = { answer: check(), goodUntil: Number.POSITIVE_INFINITY };
    entries.set(hash, entry);
    const settle = (isKept: boolean) => {
      entry.goodUntil = isKept ? now() + LIFE_MS : 0;
    };
    entry.answer.then(
      () => settle(true),
      (error: unknown) => settle(error instanceof InviteHashExpiredError || error instanceof InviteHashInvalidError),
    );
    return entry.answer;
  }

  return {
    get: (hash, check) =>
      askShared(() => {
        const entry = entries.get(hash);
        return entry && now() < entry.goodUntil ? entry.answer : begin(hash, check);
      }),
    forget: (hash) => void entries.delete(hash),
    forgetAll: () => entries.clear(),
  };
}
