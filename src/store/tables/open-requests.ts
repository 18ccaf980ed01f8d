import type { Kysely } from 'kysely';
import type { LedgerKey } from '../../services/once/ledger.ts';
import type { PrunedLedger } from './ledger.ts';
import type { ObservedTime } from './observed-time.ts';
import type { Tables } from './tables.ts';

/**
 * Requests with a key that were sent and have no end yet, with the minute of the observed time in which that began: another
 * run may look for what they did.
 */
export type OpenRequests = Map<string, number>;

/** Those that earlier runs have left. */
export async function readOpenRequests(db: Kysely<Tables>, scope: string): Promise<OpenRequests> {
  const rows = await db
    .selectFrom('ledger')
    .select(['caller', 'idempotency_key', 'minute'])
    .where('scope', '=', scope)
    .where('state', '=', 'sending')
    .execute();
  return new Map(rows.map(({ caller, idempotency_key, minute }) => [name({ caller, key: idempotency_key }), minute]));
}

interface Opening {
  /** Ends before a request counts as sent. */
  before(): Promise<void>;
  readonly time: ObservedTime;
}

/** The ledger, keeping `open` up to date. A request stands in there too early rather than too late. */
export function trackOpenRequests(ledger: PrunedLedger, open: OpenRequests, { before, time }: Opening): PrunedLedger {
  return {
    ...ledger,
    async sending(key, hint) {
      open.set(name(key), time.minutes());
      await before();
      await ledger.sending(key, hint);
    },
    async finish(key, answer, now) {
      await ledger.finish(key, answer, now);
      open.delete(name(key));
    },
    async release(key) {
      await ledger.release(key);
      open.delete(name(key));
    },
    async prune(until) {
      await ledger.prune(until);
      for (const [key, since] of open) if (since < until) open.delete(key);
    },
  };
}

function name({ caller, key }: LedgerKey): string {
  return JSON.stringify([caller, key]);
}
