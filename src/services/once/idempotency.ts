import { hash } from 'node:crypto';
import * as v from 'valibot';
import { callScope, hasTimeFor, whenOver } from '../../base/call-scope.ts';
import type { Logger } from '../../base/log.ts';
import {
  IdempotencyKeyReusedError,
  IdempotencyUnavailableError,
  InvalidInputError,
  TelegramUnavailableError,
} from '../errors/errors.ts';
import type { User } from '../models.ts';
import { type Attempt, attempted, isNothingDone, SINGLE_ATTEMPT } from './certain.ts';
import type { InviteClaims } from './invite-claims.ts';
import { claimantOf, type Ledger, type LedgerEntry, type LedgerKey } from './ledger.ts';
import type { Span, TelegramTime } from './telegram-time.ts';

/** What every mutation's input has. */
export interface Keyed {
  /** The caller's key; absent or `null`: this request stands for itself. */
  readonly idempotencyKey?: string | null | undefined;
  /** The account that was asked for: a part of what belongs to the key. Absent or `null`: none. */
  readonly account?: string | null | undefined;
}

const replays = new WeakSet<object>();

/** Whether this object answers a request for which nothing was done, as an earlier one had the same key. */
export function isReplay(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && replays.has(answer);
}

function asReplay<T extends object>(answer: T): T {
  replays.add(answer);
  return answer;
}

/** Has what a request asks for done once, however often the request is repeated with its key. */
export interface Idempotency {
  /**
   * What `work` answers, or has answered to an earlier request of this caller with the same key. A failure is kept only
   * while it is unknown what was done: then the next request with the key finds out. `method` is Telegram's name; `present`
   * says what a kept answer is by now, and may not throw. `isReplay` tells such answers from new ones.
   *
   * Throws `IdempotencyKeyReusedError` for a key that came with another input, `InvalidInputError` for one that is none, and
   * `IdempotencyUnavailableError` when the key cannot be written down; nothing is sent then.
   */
  once<T extends object>(
    method: string,
    input: Keyed,
    work: (attempt: Attempt<T>) => Promise<T>,
    present?: (kept: T) => Promise<T>,
  ): Promise<T>;
}

/** What the ledger keeps of a request whose end is not known: Telegram's time of every sending. */
const SENDINGS = v.object({ sendings: v.array(v.object({ earliest: v.number(), latest: v.number() })) });
/** Of answers that were given while the store could not be written. */
const MOST_UNWRITTEN = 1_000;
const KEY = /^[\x20-\x7e]{1,255}$/;

/** Whether it is a key; whatever else a request has in its place is refused. */
export function isIdempotencyKey(key: string): boolean {
  return KEY.test(key);
}

interface UnderWay {
  readonly fingerprint: string;
  /** The end of it, which may come after the first caller has gone: then it is Telegram's late answer. */
  readonly end: Promise<object>;
}

export interface IdempotencyDeps {
  readonly ledger: Ledger;
  readonly claims: Pick<InviteClaims, 'opens' | 'ended'>;
  /** The account that all this is for. */
  readonly self: () => Promise<Pick<User, 'id'>>;
  readonly time: Pick<TelegramTime, 'known'>;
  /** The wall clock, for the ledger's rows. */
  readonly clock: () => Date;
  readonly log: Pick<Logger, 'error'>;
}

export function createIdempotency({ ledger, claims, self, time, clock, log }: IdempotencyDeps): Idempotency {
  const underWay = new Map<string, UnderWay>();
  /** Answers that were given and could not be written down yet, by place. */
  const unwritten = new Map<string, { readonly entry: LedgerEntry; readonly answer: object }>();
  /** Places of keys for which nothing was done, and whose row could not be removed yet: it may say that something was sent. */
  const unfreed = new Set<string>();

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

  /** The answer to a key from now on. Where it cannot be written down, the next request with the key has it from memory. */
  async function writeDown(entry: LedgerEntry, answer: object): Promise<void> {
    const place = placeOf(entry);
    try {
      await ledger.finish(entry, keep(answer), clock());
      unwritten.delete(place);
      claims.ended(claimantOf(entry));
    } catch (error) {
      if (unwritten.size < MOST_UNWRITTEN) unwritten.set(place, { entry, answer });
      log.error({ err: error, method: entry.method }, 'the end of a request was not written down');
    }
  }

  /** Makes a key free for which nothing was done, now or when it comes again. */
  async function free(entry: LedgerEntry): Promise<void> {
    const place = placeOf(entry);
    if (unfreed.size < MOST_UNWRITTEN) unfreed.add(place);
    await ledger.release(entry);
    unfreed.delete(place);
    claims.ended(claimantOf(entry));
  }

  /** Runs the work of a key. `answer` is for the caller who began it, `end` for everybody else with the key. */
  function run<T extends object>(
    entry: LedgerEntry,
    work: (attempt: Attempt<T>) => Promise<T>,
    present: (kept: T) => Promise<T>,
  ) {
    let late: Promise<object> | null = null;
    const answer = begin();
    const end: Promise<object> = answer.catch((error: unknown) => late ?? Promise.reject(error));
    end.catch(() => {}); // nobody else may be there
    return { answer, end };

    async function begin(): Promise<T> {
      if (unfreed.has(placeOf(entry))) await noted(free(entry));
      const begun = await noted(ledger.begin(entry));
      const record = begun.kind === 'known' ? begun.record : null;
      if (record && record.fingerprint !== entry.fingerprint) throw new IdempotencyKeyReusedError();
      // What this very method has answered to this very input.
      if (record?.state === 'done') return asReplay(await present(revive(record.answer) as T));

      const earlier = record?.state === 'sending' ? readSendings(record.hint) : [];
      let isOpen = record?.state === 'sending';
      const claimant = claimantOf(entry);
      const finish = (done: object) => writeDown(entry, done);
      const release = () => tried(free(entry), entry.method);
      const attempt: Attempt<T> = {
        claimant,
        broken: [],
        earlier,
        async sending(all) {
          const { spanOf } = await time.known();
          await noted(claims.opens(claimant));
          await noted(ledger.sending(entry, { sendings: all.map(spanOf) }));
          isOpen = true;
        },
        refused() {
          isOpen = false;
        },
        late(answered) {
          late = settleLate(answered);
        },
      };
      try {
        const done = await attempted(attempt, work);
        await finish(done);
        return done;
      } catch (error) {
        if (!isOpen) await release();
        throw error;
      }

      /** Writes a late answer down. A late refusal makes the key free, as a refusal in time does. */
      async function settleLate(answered: Promise<object>): Promise<object> {
        try {
          const done = await answered;
          await finish(done);
          return done;
        } catch (error) {
          if (isNothingDone(error)) await release();
          throw error;
        }
      }
    }
  }

  return {
    async once<T extends object>(
      method: string,
      input: Keyed,
      work: (attempt: Attempt<T>) => Promise<T>,
      present = async (kept: T) => kept,
    ) {
      const key = input.idempotencyKey ?? null;
      if (key === null) return attempted(SINGLE_ATTEMPT, work);
      const broken = brokenKey(key);
      // The verb refuses the key together with its other broken rules; whatever it does, nothing is sent.
      if (broken) return work({ ...SINGLE_ATTEMPT, broken: [broken], sending: () => Promise.reject(broken) });
      const caller = callScope()?.caller ?? '';
      // An account that was renamed is the same account still.
      const asked = input.account == null ? input : { ...input, account: (await self()).id };
      const fingerprint = hash('sha256', JSON.stringify([method, inOrder(asked)]), 'hex');
      const place = placeOf({ caller, key });
      for (let other = underWay.get(place); other; other = underWay.get(place)) {
        if (other.fingerprint !== fingerprint) throw new IdempotencyKeyReusedError();
        try {
          // The same place and fingerprint: the answer is of this method.
          return asReplay({ ...((await inTime(other.end)) as T) });
        } catch (error) {
          // Its time was over, or its caller went away; this one has time left to find out.
          if (!(error instanceof TelegramUnavailableError) || !hasTimeFor(0)) throw error;
        }
      }
      const given = unwritten.get(place);
      if (given) {
        if (given.entry.fingerprint !== fingerprint) throw new IdempotencyKeyReusedError();
        await writeDown(given.entry, given.answer);
        // The same place and fingerprint: the answer is of this method.
        return asReplay(await present({ ...(given.answer as T) }));
      }
      const { answer, end } = run({ caller, key, method, fingerprint, now: clock() }, work, present);
      underWay.set(place, { fingerprint, end });
      const leave = () => void underWay.delete(place);
      end.then(leave, leave);
      return answer;
    },
  };
}

function placeOf({ caller, key }: LedgerKey): string {
  return JSON.stringify([caller, key]);
}

/** The end of what another request with the key does, while this one has time. */
async function inTime<T>(end: Promise<T>): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const stay = whenOver(() =>
    reject(new TelegramUnavailableError('An earlier request with this idempotencyKey is still under way.', 'UNKNOWN')),
  );
  try {
    return await Promise.race([end, over]);
  } finally {
    stay();
  }
}

/**
 * What was written down with a key. 0.1.0 wrote the machine's time of the first sending, as ISO 8601. What cannot be read any
 * more is not a number, which is neither before nor after anything: no link is taken for it, and nothing is sent again.
 */
function readSendings(hint: unknown): Span[] {
  const written = v.safeParse(SENDINGS, hint);
  if (written.success) return written.output.sendings;
  const seconds = typeof hint === 'string' ? Math.floor(Date.parse(hint) / 1000) : Number.NaN;
  return [{ earliest: seconds - 1, latest: seconds + 1 }];
}

function brokenKey(key: string): InvalidInputError | null {
  if (isIdempotencyKey(key)) return null;
  const message = 'An idempotency key is 1 to 255 printable ASCII characters, a UUID for instance.';
  return new InvalidInputError([{ path: ['input', 'idempotencyKey'], message }]);
}

/** The value with every object's fields in the order of their names, which is not part of what was asked. */
function inOrder(value: unknown): unknown {
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, part]) => [name, inOrder(part)]));
}

/** JSON has no dates, so they are marked. */
export function keep(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(keep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, keep(part)]));
}

export function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return new Date(String(value.$date));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revive(part)]));
}
