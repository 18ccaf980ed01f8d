import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Logger } from '../../base/log.ts';
import type { KnownPeer } from '../../services/chats/entities.ts';
import { markedId, parsePeer } from '../../services/chats/peer.ts';
import type { PeerStore, ResolvedUsername } from '../../services/chats/peer-store.ts';
import { inTurns } from './in-turns.ts';
import { type PeerRow, ROWS_AT_ONCE, type Tables } from './tables.ts';

interface PeerTable extends PeerStore {
  /** Waits until what was kept so far is written, or one more try has failed. */
  flush(): Promise<void>;
}

/** Those seen longest ago go. */
const MOST_PEERS = 50_000;
/** Peers, and usernames, that wait to be written. The oldest go: Telegram can be asked for them again. */
const MOST_WAITING = 10_000;
const TRY_AGAIN_MS = 5_000;

interface PeerTableOptions {
  readonly clock: () => Date;
  readonly log: Logger;
  readonly most?: number;
}

/**
 * The peers of one account (`scope`). Nobody waits for a write: they are gathered for one turn of the event loop, and made
 * in small transactions with a turn between them. What could not be written is tried again.
 */
export function createPeerTable(
  db: Kysely<Tables>,
  scope: string,
  { clock, log, most = MOST_PEERS }: PeerTableOptions,
): PeerTable {
  const peers = new Map<string, KnownPeer>();
  /** `null` takes a username's entry away. */
  const usernames = new Map<string, ResolvedUsername | null>();
  let writing: Promise<void> | null = null;
  let nextTry: NodeJS.Timeout | null = null;
  let isFailing = false;

  function writeSoon(): void {
    for (const waiting of [peers, usernames]) dropFirst(waiting, waiting.size - MOST_WAITING);
    if (!nextTry) writing ??= nextTurn().then(writeAll);
  }

  async function writeAll(): Promise<void> {
    const hasPeers = peers.size > 0;
    try {
      await inTurns(async () => {
        const batch = {
          peers: [...peers].slice(0, ROWS_AT_ONCE),
          usernames: [...usernames].slice(0, ROWS_AT_ONCE),
        };
        await db.transaction().execute((transaction) => write(transaction, batch));
        forget(peers, batch.peers);
        forget(usernames, batch.usernames);
        return peers.size + usernames.size > 0;
      });
      if (hasPeers) await dropOldest();
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, `peers were not kept; it is tried every ${TRY_AGAIN_MS / 1000} s`);
      isFailing = true;
      nextTry = setTimeout(() => {
        nextTry = null;
        writeSoon();
      }, TRY_AGAIN_MS).unref();
    }
    writing = null;
  }

  async function write(
    transaction: Transaction<Tables>,
    batch: {
      readonly peers: readonly [string, KnownPeer][];
      readonly usernames: readonly [string, ResolvedUsername | null][];
    },
  ): Promise<void> {
    if (batch.peers.length > 0) {
      const seen_at = clock().toISOString();
      await transaction
        .insertInto('peer')
        .values(batch.peers.map(([, peer]) => ({ scope, seen_at, ...toColumns(peer) })))
        .onConflict((conflict) =>
          conflict.columns(['scope', 'id']).doUpdateSet((row) => ({
            kind: row.ref('excluded.kind'),
            access_hash: row.ref('excluded.access_hash'),
            username: row.ref('excluded.username'),
            title: row.ref('excluded.title'),
            participants_count: row.ref('excluded.participants_count'),
            first_name: row.ref('excluded.first_name'),
            last_name: row.ref('excluded.last_name'),
            is_bot: row.ref('excluded.is_bot'),
            seen_at: row.ref('excluded.seen_at'),
          })),
        )
        .execute();
    }
    if (batch.usernames.length === 0) return;
    const names = batch.usernames.map(([username]) => username);
    await transaction.deleteFrom('username').where('scope', '=', scope).where('username', 'in', names).execute();
    const rows = batch.usernames.flatMap(([username, resolved]) =>
      resolved === null ? [] : { scope, username, peer_id: resolved.id, asked_at: resolved.askedAt.toISOString() },
    );
    if (rows.length > 0) await transaction.insertInto('username').values(rows).execute();
  }

  /** Rows of one batch are of one age and go together. */
  async function dropOldest(): Promise<void> {
    const last = await db
      .selectFrom('peer')
      .select('seen_at')
      .where('scope', '=', scope)
      .orderBy('seen_at', 'desc')
      .offset(most)
      .limit(1)
      .executeTakeFirst();
    if (!last) return;
    await inTurns(async () => {
      const old = await db
        .selectFrom('peer')
        .select('id')
        .where('scope', '=', scope)
        .where('seen_at', '<=', last.seen_at)
        .limit(ROWS_AT_ONCE)
        .execute();
      const ids = old.map(({ id }) => id);
      if (ids.length === 0) return false;
      await db.deleteFrom('username').where('scope', '=', scope).where('peer_id', 'in', ids).execute();
      await db.deleteFrom('peer').where('scope', '=', scope).where('id', 'in', ids).execute();
      return true;
    });
  }

  /** All rows, those seen longest ago first. */
  async function readPeers(): Promise<PeerRow[]> {
    const rows: PeerRow[] = [];
    await inTurns(async () => {
      const last = rows.at(-1);
      let page = db.selectFrom('peer').selectAll().where('scope', '=', scope).orderBy('seen_at').orderBy('id');
      if (last) {
        page = page.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('seen_at', 'id'), '>', tuple(last.seen_at, last.id)),
        );
      }
      const more = await page.limit(ROWS_AT_ONCE).execute();
      rows.push(...more);
      return more.length === ROWS_AT_ONCE;
    });
    return rows;
  }

  return {
    async load() {
      const rows = await readPeers();
      const known = rows.flatMap((row) => toPeer(row) ?? []);
      if (known.length < rows.length) {
        log.warn({ count: rows.length - known.length }, 'rows of peers are damaged; Telegram is asked for them again');
      }
      const names = await db.selectFrom('username').selectAll().where('scope', '=', scope).execute();
      const now = clock().getTime();
      return {
        peers: known,
        // Whom Telegram was asked about in the future was asked by another clock: nobody knows how long ago.
        usernames: names
          .map((row) => ({ username: row.username, id: row.peer_id, askedAt: new Date(row.asked_at) }))
          .filter(({ askedAt }) => askedAt.getTime() <= now),
      };
    },
    keep(seen) {
      for (const peer of seen) setLast(peers, markedId(peer), peer);
      if (seen.length > 0) writeSoon();
    },
    keepUsername(resolved) {
      setLast(usernames, resolved.username, resolved);
      writeSoon();
    },
    forgetUsername(username) {
      setLast(usernames, username, null);
      writeSoon();
    },
    async flush() {
      if (nextTry) {
        clearTimeout(nextTry);
        nextTry = null;
        writeSoon();
      }
      await writing;
      if (nextTry) clearTimeout(nextTry);
    },
  };
}

function setLast<T>(waiting: Map<string, T>, name: string, value: T): void {
  waiting.delete(name);
  waiting.set(name, value);
}

function dropFirst(waiting: Map<string, unknown>, count: number): void {
  for (const name of waiting.keys()) {
    if (count-- <= 0) return;
    waiting.delete(name);
  }
}

/** Takes out what was written, unless something newer has come in its place meanwhile. */
function forget<T>(waiting: Map<string, T>, written: readonly (readonly [string, T])[]): void {
  for (const [name, value] of written) if (waiting.get(name) === value) waiting.delete(name);
}

/** PostgreSQL takes no NUL in text: one would keep the whole batch from being written. */
function withoutNul(text: string | null): string | null {
  return text?.replaceAll('\0', '') ?? null;
}

function toColumns(peer: KnownPeer): Omit<PeerRow, 'scope' | 'seen_at'> {
  const id = markedId(peer);
  if (peer.kind === 'USER') {
    const { username, firstName, lastName, isBot } = peer.user;
    return {
      id,
      kind: 'USER',
      access_hash: peer.accessHash.toString(),
      username: withoutNul(username),
      title: null,
      participants_count: null,
      first_name: withoutNul(firstName),
      last_name: withoutNul(lastName),
      is_bot: isBot ? 1 : 0,
    };
  }
  const { kind, username, title, participantsCount } = peer.chat;
  return {
    id,
    kind,
    access_hash: peer.kind === 'CHANNEL' ? peer.accessHash.toString() : null,
    username: withoutNul(username),
    title: withoutNul(title),
    participants_count: participantsCount,
    first_name: null,
    last_name: null,
    is_bot: 0,
  };
}

const CHATS: readonly string[] = ['BASIC_GROUP', 'SUPERGROUP', 'CHANNEL'] satisfies PeerRow['kind'][];

/** `null` for a row that cannot be addressed, which this program does not write. */
function toPeer(row: PeerRow): KnownPeer | null {
  try {
    return readPeer(row);
  } catch {
    return null; // its id or access hash is none
  }
}

function readPeer(row: PeerRow): KnownPeer | null {
  const reference = parsePeer(row.id, ['id']);
  if (row.kind === 'USER') {
    if (reference.kind !== 'USER' || row.access_hash === null) return null;
    const user = {
      id: row.id,
      firstName: row.first_name,
      lastName: row.last_name,
      username: row.username,
      isBot: row.is_bot === 1,
    };
    return { ...reference, accessHash: BigInt(row.access_hash), user };
  }
  if (!CHATS.includes(row.kind)) return null;
  const chat = {
    id: row.id,
    kind: row.kind,
    title: row.title ?? '',
    username: row.username,
    participantsCount: row.participants_count,
  };
  if (reference.kind === 'BASIC_GROUP') return { ...reference, chat };
  if (reference.kind !== 'CHANNEL' || row.access_hash === null) return null;
  return { ...reference, accessHash: BigInt(row.access_hash), chat };
}
