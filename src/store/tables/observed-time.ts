import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

const MINUTE_MS = 60_000;

/** The minutes in which some gateway ran on this store, since the store was made. Rows age by them. */
export interface ObservedTime {
  /** As of the last `look`. */
  minutes(): number;
  /** To be called every few seconds. */
  look(): Promise<void>;
}

/**
 * Counts time that a process has really seen pass, since a wall clock may jump a day between two starts and take every row for
 * old. Whoever has seen one number stand for a minute, by the monotonic clock, counts it up; of several processes only one can.
 * So numbers are a minute apart or more, and what is n minutes old by them is not younger. While no gateway runs nothing ages.
 */
export async function openObservedTime(db: Kysely<Tables>): Promise<ObservedTime> {
  const read = async () => (await db.selectFrom('observed_time').select('minutes').executeTakeFirst())?.minutes ?? 0;
  let minutes = await read();
  let since = performance.now();

  return {
    minutes: () => minutes,
    async look() {
      const found = await read();
      const seen = found === minutes ? performance.now() - since : 0;
      if (seen >= MINUTE_MS) {
        const next = found + 1;
        await db.updateTable('observed_time').set({ minutes: next }).where('minutes', '=', found).execute();
      }
      if (found === minutes && seen < MINUTE_MS) return;
      minutes = await read();
      since = performance.now();
    },
  };
}
