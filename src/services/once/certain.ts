import { detached, hasTimeFor, pause, whenOver } from '../../base/call-scope.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import type { Api } from '../../telegram/tl.ts';
import { AccountUnavailableError, GatewayError, TelegramError, TelegramUnavailableError } from '../errors/errors.ts';
import type { Sending, Span, TelegramTime } from './telegram-time.ts';

/** One try of a caller to have something done exactly once. An earlier process may have begun it. */
export interface Attempt<T extends object = object> {
  /** Names the caller's request where it has an idempotency key: what was made for it stays its own after a restart. */
  readonly claimant: string | null;
  /** What is wrong with its key, to be refused together with the other broken rules before any call. */
  readonly broken: readonly GatewayError[];
  /** Sendings of earlier tries whose end nobody knows, oldest first. */
  readonly earlier: readonly Sending[];
  /** Writes every sending down, the one that is about to leave included. Nothing is sent before that has ended. */
  sending(all: readonly Sending[]): Promise<void>;
  /** Nothing was done, and nothing will be done, by anything that was sent. */
  refused(): void;
  /** The caller goes away without an answer, which may come later: then it is this promise's. */
  late(answer: Promise<T>): void;
}

/** A try without an idempotency key. */
export const SINGLE_ATTEMPT: Attempt = {
  claimant: null,
  broken: [],
  earlier: [],
  sending: async () => {},
  refused: () => {},
  late: () => {},
};

/** Failures of attempts of which nothing may have been done: `isFirstRefusal`. */
const firstRefusals = new WeakSet<object>();

/**
 * Whether the failure ended an attempt that nobody else has sent anything for and that had sent nothing, or one request that was
 * refused: then nothing was done, and nothing can be done any more. Of all that came after an uncertain outcome it is `false`.
 */
export function isFirstRefusal(error: unknown): boolean {
  return error instanceof GatewayError && firstRefusals.has(error);
}

/** Runs the work of an attempt. A failure before the first sending is a first refusal; `certainly` tells of one that answered it. */
export async function attempted<T extends object>(
  attempt: Attempt<T>,
  work: (attempt: Attempt<T>) => Promise<T>,
): Promise<T> {
  let isUntouched = attempt.earlier.length === 0;
  try {
    return await work({
      ...attempt,
      async sending(all) {
        await attempt.sending(all);
        isUntouched = false;
      },
    });
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    // A failed read may be shared with an attempt for which nothing was sent.
    if (attempt.earlier.length > 0) throw Object.create(error);
    if (isUntouched) firstRefusals.add(error);
    throw error;
  }
}

/**
 * As of when the rules of a request hold: of its first sending, where an earlier process sent it. What was right then may have run
 * out since, and what it did is looked for all the same.
 */
export function askedAt({ earlier: [first] }: Attempt, clock: () => Date): Date {
  return typeof first === 'object' ? new Date(first.earliest * 1000) : clock();
}

/** A request that may not run twice unnoticed, and the way to find out what became of it. */
export interface Effect<R extends Api.AnyRequest, T> {
  readonly request: R;
  /** What Telegram's answer means. Throws `givenAway` where another caller has been given what the request made. */
  read(answer: R['__response']): Promise<T>;
  /** What a refusal means where it is a success, or where better words are known. Throws the refusal otherwise. */
  refusal?(error: unknown): T;
  /**
   * Looks in Telegram for what the sendings have done. `null`: certainly nothing so far. Throws where it cannot tell.
   * `isOver`: Telegram is through with all of them. Absent where the account cannot look.
   */
  look?(sendings: readonly Span[], isOver: boolean): Promise<T | null>;
  /** A second sending could do more than the first was asked to: if nothing was done, that is the answer. */
  readonly isSentOnce?: boolean;
}

export interface CertainDeps {
  readonly telegram: TelegramPort;
  /** From then on no call joins a read that is under way already. */
  readonly readAnew: () => void;
  readonly time: Pick<TelegramTime, 'mark' | 'read'>;
}

/**
 * Seconds after which Telegram does not begin a request any more: it refuses message ids that are older than 300 s
 * (https://core.telegram.org/mtproto/service_messages_about_messages#notice-of-ignored-error-message, error_code 16 and 20).
 */
export const REFUSED_AFTER_S = 330;

/** Between looks, while it is not known whether Telegram is through with the request. */
const LOOK_AGAIN_MS = 500;
const MOST_LOOKS = 3;
/** Before the second sending; doubles with each. */
const FIRST_PAUSE_MS = 50;
/** Some ten seconds of trouble. */
const MOST_SENDINGS = 8;

/**
 * Has the effect once. A request is sent again only on a proof that nothing sent before was or will be done: Telegram has
 * ended it (`isOver`) or refuses it by its age, and a look finds nothing. Every sending is written down before it leaves.
 * Throws `TelegramUnavailableError` with outcome UNKNOWN when the time is over before the end is known; the answer
 * that comes later goes to the attempt.
 */
export async function certainly<R extends Api.AnyRequest, T extends object>(
  { telegram, readAnew, time }: CertainDeps,
  attempt: Attempt<T>,
  effect: Effect<R, T>,
): Promise<T> {
  const sendings = [...attempt.earlier];
  if (sendings.length > 0) {
    const done = await settle(earlierTry());
    if (done !== null) return done;
  }
  let lost: TelegramUnavailableError | null = null;
  for (let tries = 1; ; tries += 1) {
    const mayHaveRun = sendings.length > 0;
    sendings.push(time.mark());
    try {
      await attempt.sending(sendings);
    } catch (error) {
      throw lost ?? error; // what has left before is told of, rather than that this one did not
    }
    try {
      return await send();
    } catch (error) {
      if (isUnknown(error)) lost = error;
      else if (mayHaveRun && error instanceof GatewayError) return await afterAll(error);
      else {
        if (isNothingDone(error)) {
          attempt.refused();
          if (error instanceof GatewayError) firstRefusals.add(error);
        }
        throw error;
      }
    }
    const done = await settle(lost);
    if (done !== null) return done;
    const wait = FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.5 + Math.random());
    if (tries === MOST_SENDINGS || !hasTimeFor(wait)) throw lost;
    await pause(wait);
  }

  /** What Telegram answers, as what it means. */
  async function meaning(answer: Promise<R['__response']>): Promise<T> {
    try {
      return await effect.read(await answer);
    } catch (error) {
      if (!effect.refusal) throw error;
      return effect.refusal(error);
    }
  }

  /** Sends it, and waits for a late answer for as long as the caller does. */
  async function send(): Promise<T> {
    try {
      return await meaning(telegram.invoke(effect.request));
    } catch (error) {
      if (!isUnknown(error) || !error.late) throw error;
      // `late` is untyped; it is the answer to the call that has just been made.
      const answer = error.late as Promise<R['__response']>;
      const late = detached(() => meaning(answer));
      late.catch(() => {}); // nobody may be there to hear of it
      if (await settlesInTime(late)) return late;
      attempt.late(late);
      throw error;
    }
  }

  /** What the sendings before have done. `null` proves that they have done nothing and will do nothing. */
  async function settle(lost: TelegramUnavailableError): Promise<T | null> {
    const { found, isRefused } = await look(lost);
    if (found !== null) return found;
    if (lost.late || !(lost.isOver || isRefused)) throw lost;
    if (!effect.isSentOnce) return null;
    attempt.refused();
    throw new TelegramUnavailableError('The answer was lost, and a look shows that nothing was done.', 'NOT_EXECUTED');
  }

  /** Looks as often as it takes to be sure that there is nothing. A look that fails leaves things as unknown as they were. */
  async function look(lost: TelegramUnavailableError): Promise<{ found: T | null; isRefused: boolean }> {
    if (!effect.look || lost.late) throw lost;
    for (let looked = 1; ; looked += 1) {
      try {
        const clock = await time.read();
        const spans = sendings.map(clock.spanOf);
        const isRefused = spans.every(({ latest }) => clock.now.earliest - latest > REFUSED_AFTER_S);
        readAnew(); // what others began to read may be older than the clock
        const found = await effect.look(spans, lost.isOver);
        if (found !== null || lost.isOver || isRefused || looked === MOST_LOOKS) return { found, isRefused };
      } catch (error) {
        throw error instanceof GatewayError ? lost : error;
      }
      if (!hasTimeFor(LOOK_AGAIN_MS)) throw lost;
      await pause(LOOK_AGAIN_MS);
    }
  }

  /** A repeated request was refused or did not leave. What the ones before have done may show by now. */
  async function afterAll(error: GatewayError): Promise<T> {
    if (isNothingDone(error)) {
      sendings.pop();
      await attempt.sending(sendings).catch(() => {}); // what is written down counts one sending too many then
    }
    const lost = new TelegramUnavailableError('The answer to an earlier sending was lost.', 'UNKNOWN', null, {
      isOver: true,
    });
    if (!(error instanceof TelegramError)) throw lost;
    const { found } = await look(lost);
    if (found !== null) return found;
    attempt.refused();
    throw error;
  }
}

/** Another caller with the same wishes was given what a request made. `isOver`: that caller's own sending has ended. */
export function givenAway(isOver: boolean): TelegramUnavailableError {
  return new TelegramUnavailableError('What this request made was given to another caller.', 'UNKNOWN', null, {
    isOver,
  });
}

/** Whether the promise settles before the caller's time is over, or the caller goes away. */
async function settlesInTime(promise: Promise<unknown>): Promise<boolean> {
  const { promise: over, resolve } = Promise.withResolvers<false>();
  const stay = whenOver(() => resolve(false));
  const settled = promise.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, over]);
  } finally {
    stay();
  }
}

function earlierTry(): TelegramUnavailableError {
  return new TelegramUnavailableError('An earlier try with this idempotencyKey was not answered.', 'UNKNOWN');
}

function isUnknown(error: unknown): error is TelegramUnavailableError {
  return error instanceof TelegramUnavailableError && error.outcome === 'UNKNOWN';
}

/**
 * Whether the failure proves that the request was not carried out. A mistake of ours behind the answer does not, and
 * neither does the end of a session, which Telegram tells to requests that were carried out as well.
 */
export function isNothingDone(error: unknown): boolean {
  if (error instanceof AccountUnavailableError) return error.reason === 'LIMITED' || error.reason === 'FROZEN';
  return error instanceof GatewayError && !isUnknown(error);
}
