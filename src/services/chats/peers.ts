import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { TelegramPort } from '../../telegram/port.ts';
import { Api } from '../../telegram/tl.ts';
import { PeerNotFoundError, TelegramError } from '../errors/errors.ts';
import { UsernameNotOccupiedError } from '../errors/telegram-errors.ts';
import { askShared } from '../shared-work.ts';
import { type DialogPlace, MOST_DIALOG_PAGES, readDialogPage } from './dialogs.ts';
import { inputChannel, inputUser, type KnownPeer, knownChat, knownUser, referenceOf } from './entities.ts';
import { markedId, type PeerReference } from './peer.ts';
import type { PeerStore, ResolvedUsername, StoredPeers } from './peer-store.ts';
import { upTo } from './up-to.ts';

/** A chat as a request can address it; a basic group needs no more than its id. */
export type ChatAddress = Exclude<KnownPeer, { kind: 'USER' }> | { readonly kind: 'BASIC_GROUP'; readonly id: bigint };

/**
 * Every user and chat that this account has seen, with the access hashes that Telegram wants back
 * (https://core.telegram.org/api/peers), and the way from a reference to one of them.
 */
export interface Peers {
  /** Takes in the entities that come along with any answer. */
  remember(answer: { readonly users?: readonly Api.TypeUser[]; readonly chats?: readonly Api.TypeChat[] }): void;
  /** What is known of a marked id; costs no call. */
  known(id: string): KnownPeer | undefined;
  /** Where a username led within the last day; `undefined`: it has to be asked for. Costs no call. */
  resolved(username: string): ResolvedUsername | undefined;
  /** Takes in where a username led another account. Without effect where this one has not seen the entity, or has doubted it since. */
  noteResolved(resolved: ResolvedUsername): void;
  /**
   * Telegram did not take the address of this marked id: usernames that led to it are asked for again the next time, but
   * for those that were asked for just now.
   */
  doubt(id: string): void;
  /** Finds the entity. A username costs one call once a day; an id costs none, unless this account has not seen it. */
  resolve(reference: Exclude<PeerReference, { kind: 'SELF' }>): Promise<KnownPeer | ChatAddress>;
}

const MOST_PEERS = 50_000;
const USERNAME_LIFE_MS = 24 * 3_600_000;
/** Somebody may take a name that is free. */
const UNOCCUPIED_LIFE_MS = 60_000;
const MOST_UNOCCUPIED = 10_000;
const MOST_DOUBTS = 1_000;
const USERNAME_BEYOND_DOUBT_MS = 10 * 60_000;
/** An entity that stays the same is written this often, for the time it was last seen. */
const KEEP_AGAIN_AFTER_MS = 3_600_000;
const DIALOGS_AGAIN_AFTER_MS = 5 * 60_000;

/** What an earlier run of the process has kept, and where this one keeps what it sees. */
export interface KeptPeers {
  readonly store: PeerStore;
  readonly loaded: StoredPeers;
}

export function createPeers(
  telegram: TelegramPort,
  self: () => Promise<{ readonly isBot: boolean }>,
  clock: () => Date,
  { store, loaded }: KeptPeers,
): Peers {
  const byId = new LRUCache<string, KnownPeer>(upTo(MOST_PEERS));
  const byUsername = new LRUCache<string, ResolvedUsername>(upTo(MOST_PEERS));
  /** The ids that need not be written again yet. */
  const written = new LRUCache<string, true>({ ...upTo(MOST_PEERS), ttl: KEEP_AGAIN_AFTER_MS });
  const asking = new Map<string, Promise<KnownPeer>>();
  /** Usernames that nobody had a moment ago. */
  const unoccupied = new LRUCache<string, { readonly error: TelegramError; readonly until: number }>(
    upTo(MOST_UNOCCUPIED),
  );
  /** When Telegram last refused an address, by marked id. */
  const doubts = new LRUCache<string, Date>(upTo(MOST_DOUBTS));
  let dialogs: { readonly readAt: number; readonly done: Promise<void> } | null = null;

  function remember({ users = [], chats = [] }: Parameters<Peers['remember']>[0]): void {
    const news: KnownPeer[] = [];
    for (const peer of [...users.map(knownUser), ...chats.map(knownChat)]) {
      if (!peer) continue;
      const id = markedId(peer);
      if (!written.has(id) || !isDeepStrictEqual(byId.get(id), peer)) {
        news.push(peer);
        written.set(id, true);
      }
      byId.set(id, peer);
    }
    store.keep(news);
  }

  function ageOf({ askedAt }: ResolvedUsername): number {
    return clock().getTime() - askedAt.getTime();
  }

  function resolvedLately(key: string): ResolvedUsername | undefined {
    const resolved = byUsername.get(key);
    return resolved && ageOf(resolved) < USERNAME_LIFE_MS && byId.has(resolved.id) ? resolved : undefined;
  }

  function keepResolved(resolved: ResolvedUsername): void {
    byUsername.set(resolved.username, resolved);
    store.keepUsername(resolved);
  }

  function forgetUsername(username: string): void {
    byUsername.delete(username);
    store.forgetUsername(username);
  }

  async function resolveUsername(username: string): Promise<KnownPeer> {
    const key = username.toLowerCase();
    const lately = resolvedLately(key);
    const peer = lately && byId.get(lately.id);
    if (peer) return peer;
    const nobody = unoccupied.get(key);
    if (nobody && clock().getTime() < nobody.until) throw nobody.error;
    // Callers who ask for the same name at once share one call: this method is the first to be flooded.
    return askShared(() => asking.get(key) ?? beginToAsk(username, key));
  }

  function beginToAsk(username: string, key: string): Promise<KnownPeer> {
    const asked = askForUsername(username, key).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  }

  async function askForUsername(username: string, key: string): Promise<KnownPeer> {
    const answer = await telegram.invoke(new Api.contacts.ResolveUsername({ username })).catch((error: unknown) => {
      if (error instanceof UsernameNotOccupiedError) {
        unoccupied.set(key, { error, until: clock().getTime() + UNOCCUPIED_LIFE_MS });
      }
      throw error;
    });
    remember(answer);
    const id = markedId(referenceOf(answer.peer));
    const peer = byId.get(id);
    if (!peer) throw new PeerNotFoundError(`Telegram names @${username} but does not let this account address it.`);
    keepResolved({ username: key, id, askedAt: clock() });
    return peer;
  }

  async function resolveChannel(id: bigint): Promise<KnownPeer> {
    const marked = markedId({ kind: 'CHANNEL', id });
    if (!byId.has(marked)) {
      const unhashed = inputChannel({ id, accessHash: 0n });
      await ((await self()).isBot
        ? askAsBot(() => telegram.invoke(new Api.channels.GetChannels({ id: [unhashed] })))
        : readDialogs());
    }
    const peer = byId.get(marked);
    if (!peer) {
      throw new PeerNotFoundError(
        `This account has never seen a channel or supergroup with the id ${marked}. ` +
          'Use its username, or let the account join it first.',
      );
    }
    return peer;
  }

  async function resolveUser(id: bigint): Promise<KnownPeer> {
    const marked = markedId({ kind: 'USER', id });
    if (!byId.has(marked) && (await self()).isBot) {
      const unhashed = inputUser({ id, accessHash: 0n });
      await askAsBot(async () => ({ users: await telegram.invoke(new Api.users.GetUsers({ id: [unhashed] })) }));
    }
    const peer = byId.get(marked);
    if (peer) return peer;
    throw new PeerNotFoundError(
      `This account has never seen a user with the id ${id}. Use the username, or read a list that the user is in first.`,
    );
  }

  /** A bot may address a channel it is in, or somebody it has met, without an access hash, and cannot list its chats. */
  async function askAsBot(ask: () => Promise<Parameters<Peers['remember']>[0]>): Promise<void> {
    try {
      remember(await ask());
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error;
    }
  }

  /** The account's own list of chats is where an id that was never named turns up; read at most every five minutes. */
  async function readDialogs(): Promise<void> {
    await askShared(() => {
      const now = clock().getTime();
      if (dialogs && now - dialogs.readAt < DIALOGS_AGAIN_AFTER_MS) return dialogs.done;
      const reading = { readAt: now, done: walkDialogs() };
      dialogs = reading;
      reading.done.catch(() => {
        if (dialogs === reading) dialogs = null;
      });
      return reading.done;
    });
  }

  async function walkDialogs(): Promise<void> {
    let behind: DialogPlace | null = null;
    for (let page = 0; page < MOST_DIALOG_PAGES; page += 1) {
      const { answer, rows, isLast } = await readDialogPage(telegram, behind);
      remember(answer);
      behind = rows.at(-1)?.place ?? null;
      if (isLast || behind === null) return;
    }
  }

  for (const peer of loaded.peers) byId.set(markedId(peer), peer);
  for (const resolved of loaded.usernames) {
    if (ageOf(resolved) < USERNAME_LIFE_MS) byUsername.set(resolved.username, resolved);
    else forgetUsername(resolved.username);
  }

  return {
    remember,
    known: (id) => byId.get(id),
    resolved: (username) => resolvedLately(username.toLowerCase()),
    noteResolved(resolved) {
      const doubtedAt = doubts.get(resolved.id) ?? resolved.askedAt;
      if (byId.has(resolved.id) && doubtedAt <= resolved.askedAt) keepResolved(resolved);
    },
    doubt(id) {
      doubts.set(id, clock());
      for (const resolved of [...byUsername.values()]) {
        if (resolved.id === id && ageOf(resolved) >= USERNAME_BEYOND_DOUBT_MS) forgetUsername(resolved.username);
      }
    },
    async resolve(reference) {
      switch (reference.kind) {
        case 'USERNAME':
          return resolveUsername(reference.username);
        case 'CHANNEL':
          return resolveChannel(reference.id);
        case 'BASIC_GROUP':
          return byId.get(markedId(reference)) ?? { kind: 'BASIC_GROUP', id: reference.id };
        case 'USER':
          return resolveUser(reference.id);
      }
    },
  };
}
