import { hash } from 'node:crypto';
import { callScope, hasTimeFor } from '../call-scope.ts';
import type { Logger } from '../log.ts';
import { type Attempt, SINGLE_ATTEMPT } from './certain.ts';
import {
  IdempotencyKeyReusedError,
  IdempotencyUnavailableError,
  InvalidInputError,
  TelegramUnavailableError,
} from './errors.ts';
import { claimantOf, type Ledger, type LedgerEntry } from './ledger.ts';

/** What every mutation's input has. */
export interface Keyed {
  /** The caller's key; absent or `null`: this request stands for itself. */
  readonly idempotencyKey?: string | null | undefined;
}

/** An answer that may have been given before. */
export type Answered<T> = T & {
  /** It is the kept answer to an earlier request with the same key; nothing was done for this one. */
  readonly replayed?: true;
};

/** Has what a request asks for done once, however often the request is repeated with its key. */
export interface Idempotency {
  /**
   * What `work` answers, or has answered to an earlier request of this caller with the same key. A failure is kept only
   * while it is unknown what was done: then the next request with the key finds out. `method` is Telegram's name.
   *
   * Throws `IdempotencyKeyReusedError` for a key that came with another input, `InvalidInputError` for one that is none, and
   * `IdempotencyUnavailableError` when the key cannot be written down; nothing is sent then.
   */
  once<T extends object>(method: string, input: Keyed, work: (attempt: Attempt) => Promise<T>): Promise<Answered<T>>;
}

const KEY = /^[\x20-\x7e]{1,255}$/;

interface UnderWay {
  readonly fingerprint: string;
  readonly answer: Promise<object>;
}

export function createIdempotency(ledger: Ledger, clock: () => Date, log: Pick<Logger, 'error'>): Idempotency {
  const underWay = new Map<string, UnderWay>();

  /** A write without which nothing may be sent. */
  async function noted<T>(write: Promise<T>): Promise<T> {
    try {
      return await write;
    } catch (error) {
      log.error({ err: error }, 'an idempotency key could not be written down; the request was refused');
      throw new IdempotencyUnavailableError();
    }
  }

  /** A write behind the answer, which is given all the same. */
  async function tried(write: Promise<void>, method: string): Promise<void> {
    await write.catch((error: unknown) =>
      log.error({ err: error, method }, 'the end of a request was not written down'),
    );
  }

  async function run<T extends object>(
    entry: LedgerEntry,
    work: (attempt: Attempt) => Promise<T>,
  ): Promise<Answered<T>> {
    const begun = await noted(ledger.begin(entry));
    const record = begun.kind === 'known' ? begun.record : null;
    if (record && record.fingerprint !== entry.fingerprint) throw new IdempotencyKeyReusedError();
    // What this very method has answered to this very input.
    if (record?.state === 'done') return { ...(revive(record.answer) as T), replayed: true };

    let isOpen = record?.state === 'sending';
    const attempt: Attempt = {
      claimant: claimantOf(entry),
      sentAt: record?.state === 'sending' ? new Date(String(record.hint)) : null,
      async sending(at) {
        await noted(ledger.sending(entry, at.toISOString()));
        isOpen = true;
      },
      refused() {
        isOpen = false;
      },
    };
    try {
      const answer = await work(attempt);
      await tried(ledger.finish(entry, keep(answer), clock()), entry.method);
      return answer;
    } catch (error) {
      if (!isOpen) await tried(ledger.release(entry), entry.method);
      throw error;
    }
  }

  return {
    async once<T extends object>(method: string, input: Keyed, work: (attempt: Attempt) => Promise<T>) {
      const key = input.idempotencyKey ?? null;
      if (key === null) return work(SINGLE_ATTEMPT);
      checkKey(key);
      const caller = callScope()?.caller ?? '';
      const fingerprint = hash('sha256', JSON.stringify([method, inOrder(input)]), 'hex');
      const place = JSON.stringify([caller, key]);
      for (let other = underWay.get(place); other; other = underWay.get(place)) {
        if (other.fingerprint !== fingerprint) throw new IdempotencyKeyReusedError();
        try {
          // The same place and fingerprint: the answer is of this method.
          return { ...((await other.answer) as T), replayed: true };
        } catch (error) {
          // Its time was over, or its caller went away; this one has time left to find out.
          if (!(error instanceof TelegramUnavailableError) || !hasTimeFor(0)) throw error;
        }
      }
      const answer = run({ caller, key, method, fingerprint, now: clock() }, work).finally(() =>
        underWay.delete(place),
      );
      underWay.set(place, { fingerprint, answer });
      return answer;
    },
  };
}

function checkKey(key: string): void {
  if (KEY.test(key)) return;
  const message = 'An idempotency key is 1 to 255 printable ASCII characters, a UUID for instance.';
  throw new InvalidInputError([{ path: ['input', 'idempotencyKey'], message }]);
}

/** The value with every object's fields in the order of their names, which is not part of what was asked. */
function inOrder(value: unknown): unknown {
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, part]) => [name, inOrder(part)]));
}

/** JSON has no dates, so they are marked. */
function keep(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(keep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, keep(part)]));
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return new Date(String(value.$date));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revive(part)]));
}
