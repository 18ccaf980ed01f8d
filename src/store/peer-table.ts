import type { Kysely, Transaction } from 'kysely';
import type { Logger } from '../log.ts';
import type { KnownPeer } from '../services/entities.ts';
import { markedId, parsePeer } from '../services/peer.ts';
import type { PeerStore, ResolvedUsername } from '../services/peer-store.ts';
import { type PeerRow, ROWS_AT_ONCE, type Tables } from './tables.ts';

interface PeerTable extends PeerStore {
  /** Waits until everything kept so far is written. */
  flush(): Promise<void>;
}

/** Those seen longest ago go. */
const MOST_PEERS = 50_000;

/** A username's entry; `null` takes it away. */
type UsernameChange = ResolvedUsername | null;

/**
 * The peers of one account (`scope`). Writes are gathered for one turn of the event loop and made in one transaction:
 * what a killed process has not written yet costs a question to Telegram, nothing else.
 */
export function createPeerTable(
  db: Kysely<Tables>,
  scope: string,
  { clock, log, most = MOST_PEERS }: { readonly clock: () => Date; readonly log: Logger; readonly most?: number },
): PeerTable {
  let peers = new Map<string, KnownPeer>();
  let usernames = new Map<string, UsernameChange>();
  let writing: Promise<void> | null = null;

  function writeSoon(): void {
    writing ??= new Promise((resolve) => setImmediate(resolve)).then(writeAll);
  }

  async function writeAll(): Promise<void> {
    while (peers.size > 0 || usernames.size > 0) {
      const batch = { peers, usernames };
      peers = new Map();
      usernames = new Map();
      try {
        await db.transaction().execute((transaction) => write(transaction, batch));
      } catch (error) {
        log.warn({ err: error }, 'peers were not kept; they are asked for again after a restart');
      }
    }
    writing = null;
  }

  async function write(
    transaction: Transaction<Tables>,
    batch: { readonly peers: Map<string, KnownPeer>; readonly usernames: Map<string, UsernameChange> },
  ): Promise<void> {
    const seenAt = clock().toISOString();
    const rows = [...batch.peers.values()].map((peer) => ({ scope, seen_at: seenAt, ...toColumns(peer) }));
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await transaction
        .insertInto('peer')
        .values(rows.slice(start, start + ROWS_AT_ONCE))
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
    if (rows.length > 0) await dropOldest(transaction);
    for (const [username, change] of batch.usernames) {
      await transaction.deleteFrom('username').where('scope', '=', scope).where('username', '=', username).execute();
      if (change === null) continue;
      const asked_at = change.askedAt.toISOString();
      await transaction.insertInto('username').values({ scope, username, peer_id: change.id, asked_at }).execute();
    }
  }

  /** Rows of one batch are of one age and go together. */
  async function dropOldest(transaction: Transaction<Tables>): Promise<void> {
    const last = await transaction
      .selectFrom('peer')
      .select('seen_at')
      .where('scope', '=', scope)
      .orderBy('seen_at', 'desc')
      .offset(most)
      .limit(1)
      .executeTakeFirst();
    if (!last) return;
    await transaction.deleteFrom('peer').where('scope', '=', scope).where('seen_at', '<=', last.seen_at).execute();
    const left = transaction.selectFrom('peer').select('id').where('scope', '=', scope);
    await transaction.deleteFrom('username').where('scope', '=', scope).where('peer_id', 'not in', left).execute();
  }

  return {
    async load() {
      const rows = await db.selectFrom('peer').selectAll().where('scope', '=', scope).orderBy('seen_at').execute();
      const names = await db.selectFrom('username').selectAll().where('scope', '=', scope).execute();
      return {
        peers: rows.flatMap((row) => toPeer(row) ?? []),
        usernames: names.map((row) => ({ username: row.username, id: row.peer_id, askedAt: new Date(row.asked_at) })),
      };
    },
    keep(seen) {
      for (const peer of seen) peers.set(markedId(peer), peer);
      if (seen.length > 0) writeSoon();
    },
    keepUsername(resolved) {
      usernames.set(resolved.username, resolved);
      writeSoon();
    },
    forgetUsername(username) {
      usernames.set(username, null);
      writeSoon();
    },
    async flush() {
      await writing;
    },
  };
}

function toColumns(peer: KnownPeer): Omit<PeerRow, 'scope' | 'seen_at'> {
  const id = markedId(peer);
  if (peer.kind === 'USER') {
    const { username, firstName, lastName, isBot } = peer.user;
    return {
      id,
      kind: 'USER',
      access_hash: peer.accessHash.toString(),
      username,
      title: null,
      participants_count: null,
      first_name: firstName,
      last_name: lastName,
      is_bot: isBot ? 1 : 0,
    };
  }
  const { kind, username, title, participantsCount } = peer.chat;
  return {
    id,
    kind,
    access_hash: peer.kind === 'CHANNEL' ? peer.accessHash.toString() : null,
    username,
    title,
    participants_count: participantsCount,
    first_name: null,
    last_name: null,
    is_bot: 0,
  };
}

/** `null` for a row that cannot be addressed, which this program does not write. */
function toPeer(row: PeerRow): KnownPeer | null {
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
