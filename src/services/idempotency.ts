import { hash } from 'node:crypto';
import { callScope } from '../call-scope.ts';
import { type Attempt, SINGLE_ATTEMPT } from './certain.ts';
import { IdempotencyKeyReusedError, InvalidInputError } from './errors.ts';
import type { InviteClaims } from './invite-claims.ts';
import type { Ledger, LedgerKey } from './ledger.ts';

/** One request for an effect, as a mutation's input has it. */
export interface KeyedRequest {
  /** Telegram's method. */
  readonly method: string;
  /** The caller's key; `null`: this request stands for itself. */
  readonly key: string | null;
  /** Everything else in the input. */
  readonly input: object;
}

/** An answer that may have been given before. */
export type Answered<T> = T & {
  /** It is the kept answer to an earlier request with the same key; nothing was done for this one. */
  readonly replayed: boolean;
};

/** Has what a request asks for done once, however often the request is repeated with its key. */
export interface Idempotency {
  /**
   * What `run` answers, or has answered to an earlier request of this caller with the same key. A failure is kept only
   * while it is unknown what was done: then the next request with the key finds out. Throws `IdempotencyKeyReusedError`
   * for a key that came with another input, `InvalidInputError` for one that is none.
   */
  once<T extends object>(request: KeyedRequest, run: (attempt: Attempt) => Promise<T>): Promise<Answered<T>>;
}

const LONGEST_KEY = 255;
const KEY = /^[\x21-\x7e]+$/;

interface UnderWay {
  readonly fingerprint: string;
  readonly answer: Promise<object>;
}

export function createIdempotency(ledger: Ledger, claims: InviteClaims, clock: () => Date): Idempotency {
  const underWay = new Map<string, UnderWay>();

  async function begin<T extends object>(
    entry: LedgerKey & { method: string; fingerprint: string },
    run: (attempt: Attempt) => Promise<T>,
  ): Promise<Answered<T>> {
    const begun = await ledger.begin({ ...entry, now: clock() });
    const record = begun.kind === 'known' ? begun.record : null;
    if (record && record.fingerprint !== entry.fingerprint) throw new IdempotencyKeyReusedError();
    // What this very method has answered to this very input.
    if (record?.state === 'done') return { ...(revive(record.answer) as T), replayed: true };

    let isOpen = record?.state === 'sending';
    const attempt: Attempt = {
      isKept: true,
      sentAt: record?.state === 'sending' ? new Date(String(record.hint)) : null,
      async sending(at) {
        isOpen = true;
        await ledger.sending(entry, at.toISOString());
      },
      async refused() {
        isOpen = false;
      },
    };
    try {
      const answer = await run(attempt);
      await ledger.finish(entry, keep(answer), clock());
      return { ...answer, replayed: false };
    } catch (error) {
      if (!isOpen) await ledger.release(entry);
      throw error;
    }
  }

  return {
    async once(request, run) {
      if (request.key === null) return { ...(await run(SINGLE_ATTEMPT)), replayed: false };
      checkKey(request.key);
      const { method, key } = request;
      const caller = callScope()?.caller ?? '';
      const fingerprint = hash('sha256', JSON.stringify([method, request.input]), 'hex');
      const place = JSON.stringify([caller, key]);
      const running = underWay.get(place);
      if (running && running.fingerprint !== fingerprint) throw new IdempotencyKeyReusedError();
      // The same place and fingerprint: the answer is of this method.
      if (running) return { ...((await running.answer) as Awaited<ReturnType<typeof run>>), replayed: true };
      const answer = claims.duringKept(() => begin({ caller, key, method, fingerprint }, run));
      underWay.set(place, { fingerprint, answer });
      try {
        return await answer;
      } finally {
        underWay.delete(place);
      }
    },
  };
}

function checkKey(key: string): void {
  if (key.length <= LONGEST_KEY && KEY.test(key)) return;
  const message = `An idempotency key is 1 to ${LONGEST_KEY} printable ASCII characters without spaces, a UUID for instance.`;
  throw new InvalidInputError([{ path: ['input', 'idempotencyKey'], message }]);
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
