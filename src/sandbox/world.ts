/**
 * The world behind the sandbox's methods: who exists, which chats there are, who may do what, which links were made.
 * It is plain data; what may be done to it stands in world/, one noun a file, as functions that take the world first.
 * Nothing here knows of TL or of connections: ids and hashes are native bigints, and views/ turns them into Telegram's
 * types for the one account that looks. Time and chance come from outside, so a test decides both.
 */
import { createHmac, createSecretKey } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { BotUpdates } from './world/bot-updates.ts';
import type { Chat } from './world/chats.ts';
import type { WorldEvent } from './world/events.ts';
import type { EditRequest, ExportRequest, Invite } from './world/invites.ts';
import type { Refusal } from './world/refusals.ts';
import type { Authorization, LoginToken, SentCode } from './world/sign-in.ts';
import type { SrpChallenge, SrpVerifier } from './world/srp.ts';
import type { User } from './world/users.ts';

export interface World {
  /** Unix milliseconds, as Date.now(). */
  readonly clock: () => number;
  /** `size` unpredictable bytes; hashes of links, codes and tokens are made of them. */
  readonly random: (size: number) => Buffer;
  /** By whom and what they are for (world/access-hash.ts). All are derived from one secret, and those looked at lately are kept. */
  readonly accessHashes: LRUCache<string, bigint>;
  /** By id. */
  readonly users: Map<bigint, User>;
  /** By marked id (world/chats.ts). */
  readonly chats: Map<bigint, Chat>;
  /** Every link ever made, primary and deleted ones included, oldest first. */
  readonly invites: Invite[];
  /** The same links by their hash. */
  readonly invitesByHash: Map<string, Invite>;
  /** Every messages.exportChatInvite that named its caller, as it was sent, refused ones too, oldest first. */
  readonly exportRequests: ExportRequest[];
  /** Every messages.editExportedChatInvite that named its caller, likewise. */
  readonly editRequests: EditRequest[];
  /**
   * What the methods about links answer for a chat whatever is asked, by marked id. Checked after the chat is found
   * and before its rights, so any error a real server might give can be set and taken away again.
   */
  readonly refusals: Map<bigint, Refusal>;
  /** Who is signed in on which authorization key, by the key's id. */
  readonly authorizations: Map<string, Authorization>;
  /** The login code last sent to each key. */
  readonly sentCodes: Map<string, SentCode>;
  /** Keys whose code or QR token was right and whose account wants its password next: key's id → user. */
  readonly awaitingPassword: Map<string, bigint>;
  /** What is kept of each account's password, by user; made when it is first asked for, since it takes a while. */
  readonly passwordVerifiers: Map<bigint, SrpVerifier>;
  /** The password question last put to each key. */
  readonly srpChallenges: Map<string, SrpChallenge>;
  /** The QR token last given to each key. */
  readonly loginTokens: Map<string, LoginToken>;
  /** What each bot was told, by the bot's id; people have no such log. */
  readonly botUpdates: Map<bigint, BotUpdates>;
  /** Accounts whose updates are lost on their way, by id: nothing is pushed to them, what is kept for a bot stays kept. */
  readonly losesUpdates: Set<bigint>;
  readonly listeners: Set<(event: WorldEvent) => void>;
}

const MOST_ACCESS_HASHES = 10_000;

export function createWorld(options: { clock: () => number; random: (size: number) => Buffer }): World {
  const key = createSecretKey(options.random(32));
  return {
    clock: options.clock,
    random: options.random,
    accessHashes: new LRUCache({
      max: MOST_ACCESS_HASHES,
      memoMethod: (name) => createHmac('sha256', key).update(name).digest().readBigInt64LE(0) || 1n,
    }),
    users: new Map(),
    chats: new Map(),
    invites: [],
    invitesByHash: new Map(),
    exportRequests: [],
    editRequests: [],
    refusals: new Map(),
    authorizations: new Map(),
    sentCodes: new Map(),
    awaitingPassword: new Map(),
    passwordVerifiers: new Map(),
    srpChallenges: new Map(),
    loginTokens: new Map(),
    botUpdates: new Map(),
    losesUpdates: new Set(),
    listeners: new Set(),
  };
}

/** The world's time in Unix seconds, which is what TL writes. */
export function now(world: World): number {
  return Math.floor(world.clock() / 1000);
}

export function announce(world: World, event: WorldEvent): void {
  for (const listener of world.listeners) listener(event);
}
