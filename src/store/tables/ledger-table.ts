import type { Kysely } from 'kysely';
import {
  claimantOf,
  type Ledger,
  type LedgerEntry,
  type LedgerKey,
  type LedgerRecord,
} from '../../services/once/ledger.ts';
import { inTurns } from './in-turns.ts';
import type { ObservedTime } from './observed-time.ts';
import { type LedgerRow, ROWS_AT_ONCE, type Tables } from './tables.ts';

interface LedgerTable extends Ledger {
  /** What is sent and has no end yet. */
  open(): Promise<LedgerKey[]>;
}

/**
 * The ledger of one account (`scope`). `boot` names this run of the process: the claims of any other are taken to be
 * dead, which the session lock makes true.
 */
export function createLedgerTable(db: Kysely<Tables>, scope: string, boot: string, time: ObservedTime): LedgerTable {
  const whereKey = ({ caller, key }: LedgerKey) => ({ scope, caller, idempotency_key: key });

  /** Whether the row was still to be had: exactly one of many connections inserts it. */
  async function claim({ caller, key, method, fingerprint, now }: LedgerEntry): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('ledger')
      .values({
        ...whereKey({ caller, key }),
        method,
        fingerprint,
        state: 'begun',
        hint: null,
        answer: null,
        started_at: now.toISOString(),
        finished_at: null,
        minute: time.minutes(),
        owner: boot,
      })
      .onConflict((conflict) => conflict.columns(['scope', 'caller', 'idempotency_key']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  /** Whether the claim was a dead run's and is this request's now. */
  async function takeOver(entry: LedgerEntry): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('ledger')
      .set({ owner: boot })
      .where((row) => row.and(whereKey(entry)))
      .where('method', '=', entry.method)
      .where('fingerprint', '=', entry.fingerprint)
      .where('state', '!=', 'done')
      .where('owner', '!=', boot)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async function change(key: LedgerKey, values: Partial<LedgerRow>): Promise<void> {
    const { numUpdatedRows } = await db
      .updateTable('ledger')
      .set(values)
      .where((row) => row.and(whereKey(key)))
      .where('owner', '=', boot)
      .where('state', '!=', 'done')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error('this run of the gateway has no claim under that idempotency key');
  }

  /** Whether this request is now the one that finds out what was done, as the answer on the row cannot be read. */
  async function reopen(entry: LedgerEntry, row: LedgerRow): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('ledger')
      .set({ state: 'sending', answer: null, finished_at: null, owner: boot })
      .where((column) => column.and(whereKey(entry)))
      .where('answer', row.answer === null ? 'is' : '=', row.answer)
      .where('state', '=', row.state)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  return {
    async begin(entry) {
      for (;;) {
        if (await claim(entry)) return { kind: 'new' };
        const tookOver = await takeOver(entry);
        const row = await db
          .selectFrom('ledger')
          .selectAll()
          .where((column) => column.and(whereKey(entry)))
          .executeTakeFirst();
        if (row === undefined) continue; // released meanwhile, so it is free again
        if (tookOver && row.state === 'begun') return { kind: 'new' };
        const isOthers = entry.method !== row.method || entry.fingerprint !== row.fingerprint;
        if (isOthers || !isDamaged(row)) {
          return { kind: 'known', record: toRecord(row, tookOver || row.owner !== boot ? 'earlier' : 'this') };
        }
        // A row that tells nothing of what was sent cannot be found out either. It is refused, as sending again may do it twice.
        if (!isJson(row.hint)) throw new Error('the row of that idempotency key is damaged');
        if (await reopen(entry, row)) {
          return {
            kind: 'known',
            record: toRecord({ ...row, state: 'sending', answer: null, finished_at: null }, 'earlier'),
          };
        }
      }
    },
    sending: (key, hint) => change(key, { state: 'sending', hint: toJson(hint) }),
    finish: (key, answer, now) =>
      change(key, { state: 'done', answer: toJson(answer), finished_at: now.toISOString() }),
    async release(key) {
      await db
        .deleteFrom('ledger')
        .where((row) => row.and(whereKey(key)))
        .where('owner', '=', boot)
        .where('state', '!=', 'done')
        .execute();
    },
    open: () =>
      db
        .selectFrom('ledger')
        .select(['caller', 'idempotency_key as key'])
        .where('scope', '=', scope)
        .where('state', '=', 'sending')
        .execute(),
  };
}

/** Forgets what began before that minute of the observed time, finished or not, of every account. */
export function pruneLedger(db: Kysely<Tables>, before: number): Promise<void> {
  return inTurns(async () => {
    const old = db
      .selectFrom('ledger')
      .select(['scope', 'caller', 'idempotency_key'])
      .where('minute', '<', before)
      .limit(ROWS_AT_ONCE)
      .$asTuple('scope', 'caller', 'idempotency_key');
    const { numDeletedRows } = await db
      .deleteFrom('ledger')
      .where(({ eb, refTuple }) => eb(refTuple('scope', 'caller', 'idempotency_key'), 'in', old))
      .executeTakeFirst();
    return numDeletedRows === BigInt(ROWS_AT_ONCE);
  });
}

const STATES: readonly string[] = ['begun', 'sending', 'done'] satisfies LedgerRow['state'][];

/** Whether the row does not tell what it is there for. Disks and hands do that; this program does not. */
function isDamaged({ state, hint, answer }: LedgerRow): boolean {
  if (!STATES.includes(state)) return true;
  return state === 'sending' ? !isJson(hint) : state === 'done' && !isJson(answer);
}

/** Also for what an SQLite column may hold besides text. */
function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text));
    return typeof text === 'string';
  } catch {
    return false;
  }
}

/**
 * Gives what one caller's requests have left to another, who is the same client under a new name: rows, and the links that are
 * claimed for requests without an end. Where both have sent a key, the new name's stays.
 */
export async function renameCaller(db: Kysely<Tables>, scope: string, from: string, to: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const keysOf = (caller: string) =>
      transaction
        .selectFrom('ledger')
        .select('idempotency_key')
        .where('scope', '=', scope)
        .where('caller', '=', caller);
    const moved = await transaction
      .updateTable('ledger')
      .set({ caller: to })
      .where('scope', '=', scope)
      .where('caller', '=', from)
      .where('idempotency_key', 'not in', keysOf(to))
      .returning(['idempotency_key', 'state'])
      .execute();
    for (const { idempotency_key: key, state } of moved) {
      if (state !== 'sending') continue; // nothing is looked for any more, or nothing was sent
      await transaction
        .updateTable('claimed_link')
        .set({ claimant: claimantOf({ caller: to, key }) })
        .where('scope', '=', scope)
        .where('claimant', '=', claimantOf({ caller: from, key }))
        .execute();
    }
  });
}

function toRecord(row: LedgerRow, ownerBoot: LedgerRecord['ownerBoot']): LedgerRecord {
  return {
    method: row.method,
    fingerprint: row.fingerprint,
    state: row.state,
    hint: fromJson(row.hint),
    answer: fromJson(row.answer),
    startedAt: new Date(row.started_at),
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
    ownerBoot,
  };
}

/** `undefined` is no JSON. */
function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function fromJson(text: string | null): unknown {
  return isJson(text) ? JSON.parse(String(text)) : null;
}
