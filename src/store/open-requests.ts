import type { Kysely } from 'kysely';
import type { Ledger, LedgerKey } from '../services/ledger.ts';
import type { Tables } from './tables.ts';

/** Requests with a key that were sent and have no end yet, with when that began: another run may look for what they did. */
export type OpenRequests = Map<string, Date>;

/** Those that earlier runs have left. */
export async function readOpenRequests(db: Kysely<Tables>, scope: string): Promise<OpenRequests> {
  const rows = await db
    .selectFrom('ledger')
    .select(['caller', 'idempotency_key', 'started_at'])
    .where('scope', '=', scope)
    .where('state', '=', 'sending')
    .execute();
  return new Map(
    rows.map(({ caller, idempotency_key, started_at }) => [
      name({ caller, key: idempotency_key }),
      new Date(started_at),
    ]),
  );
}

interface Opening {
  /** Ends before a request counts as sent. */
  before(): Promise<void>;
  readonly clock: () => Date;
}

/** The ledger, keeping `open` up to date. A request stands in there too early rather than too late. */
export function trackOpenRequests(ledger: Ledger, open: OpenRequests, { before, clock }: Opening): Ledger {
  return {
    ...ledger,
    async sending(key, hint) {
      open.set(name(key), clock());
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
