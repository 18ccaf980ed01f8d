import { hasTimeFor, pause } from '../call-scope.ts';
import { AccountUnavailableError, GatewayError, TelegramError, TelegramUnavailableError } from './errors.ts';

/** One try of a caller to have something done exactly once, which may have begun in a process that has died since. */
export interface Attempt {
  /** Names the caller's request where it has an idempotency key: what was made for it is its own after a restart, too. */
  readonly claimant: string | null;
  /** When an earlier try sent the request without learning what became of it; `null`: there was none. */
  readonly sentAt: Date | null;
  /** Is told before the request leaves for the first time; nothing is sent before that has ended. */
  sending(at: Date): Promise<void>;
  /** Is told that nothing was done by any of what was sent. */
  refused(): void;
}

/** A try without an idempotency key. */
export const SINGLE_ATTEMPT: Attempt = {
  claimant: null,
  sentAt: null,
  sending: async () => {},
  refused: () => {},
};

/** A request that may not run twice unnoticed, and the way to find out what became of it. */
interface Effect<T> {
  /**
   * Sends it. `isRepeat`: an earlier sending may have been carried out. `null`: it was done, but what it made has been given
   * to another caller who asked for the same.
   */
  send(isRepeat: boolean): Promise<T | null>;
  /**
   * Looks in Telegram for what a request sent since then has done; `null`: it has done nothing so far. Absent where sending
   * it again does no harm and tells.
   */
  look?(since: Date): Promise<T | null>;
  /** Nothing was done: that is the answer then, as a second sending would do more than the first was asked to. */
  readonly isSentOnce?: boolean;
}

/** After a lost connection Telegram may be at the end of carrying the request out. */
const SETTLE_MS = 300;
/** Between looks while Telegram has the request on a connection that stands. */
const LOOK_AGAIN_MS = 500;
const MOST_LOOKS = 5;
/** Before the second sending; doubles with each. */
const FIRST_PAUSE_MS = 50;
/** Some ten seconds of trouble. */
const MOST_SENDINGS = 8;

/**
 * Has it done once. When an answer is lost, Telegram is looked at before anything is sent again: what the request did is
 * answered if it is there; if it is not, and Telegram is known to be through with it, it goes out once more. Throws
 * `TelegramUnavailableError` with outcome UNKNOWN when the time is over before that is settled.
 */
export async function certainly<T>(attempt: Attempt, clock: () => Date, effect: Effect<T>): Promise<T> {
  const since = attempt.sentAt ?? clock();
  let lost = attempt.sentAt ? earlierTry() : null;
  if (lost) {
    const found = await lookAround(effect, since, lost);
    if (found !== null) return found;
  } else await attempt.sending(since);

  for (let sendings = 1; ; sendings += 1) {
    try {
      const done = await effect.send(lost !== null);
      if (done !== null) return done;
      lost = new TelegramUnavailableError('What this request made was given to another caller.', 'UNKNOWN');
    } catch (error) {
      if (!isUnknown(error)) {
        if (lost) return await afterAll(attempt, effect, since, lost, error);
        if (isNothingDone(error)) attempt.refused();
        throw error;
      }
      lost = error;
    }
    const found = await lookAround(effect, since, lost);
    if (found !== null) return found;
    if (effect.look && lost.late !== null) throw lost;
    if (effect.isSentOnce) {
      attempt.refused();
      throw new TelegramUnavailableError(
        'The answer was lost, and a look shows that nothing was done.',
        'NOT_EXECUTED',
      );
    }
    const wait = FIRST_PAUSE_MS * 2 ** (sendings - 1) * (0.5 + Math.random());
    if (sendings === MOST_SENDINGS || !hasTimeFor(wait)) throw lost;
    await pause(wait);
  }
}

/** A repeated request was refused or did not leave: what the ones before have done may show by now. */
async function afterAll<T>(
  attempt: Attempt,
  { look }: Effect<T>,
  since: Date,
  lost: TelegramUnavailableError,
  error: unknown,
): Promise<T> {
  if (!(error instanceof GatewayError)) throw error;
  if (!(error instanceof TelegramError)) throw lost;
  const found = look ? await orLost(look(since), lost) : null;
  if (found !== null) return found;
  attempt.refused();
  throw error;
}

/** Looks as often as it takes to be sure that there is nothing; throws `lost` when it cannot look so often. */
async function lookAround<T>({ look }: Effect<T>, since: Date, lost: TelegramUnavailableError): Promise<T | null> {
  if (!look) return null;
  const wait = lost.late !== null ? LOOK_AGAIN_MS : SETTLE_MS;
  const looks = lost.late !== null ? MOST_LOOKS : lost.sent ? 1 : 2; // an error that Telegram sent is the end of it
  for (let looked = 1; ; looked += 1) {
    const found = await orLost(look(since), lost);
    if (found !== null || looked === looks) return found;
    if (!hasTimeFor(wait)) throw lost;
    await pause(wait);
  }
}

/** A look that fails leaves things as unknown as they were. */
async function orLost<T>(looking: Promise<T>, lost: TelegramUnavailableError): Promise<T> {
  try {
    return await looking;
  } catch (error) {
    throw error instanceof GatewayError ? lost : error;
  }
}

/**
 * The same where nothing can be looked at: the request goes out once, and what became of an earlier try that was not
 * answered stays unknown.
 */
export async function certainlyUnseen<T>(attempt: Attempt, clock: () => Date, send: () => Promise<T>): Promise<T> {
  if (attempt.sentAt) throw earlierTry();
  await attempt.sending(clock());
  try {
    return await send();
  } catch (error) {
    if (isNothingDone(error)) attempt.refused();
    throw error;
  }
}

function earlierTry(): TelegramUnavailableError {
  return new TelegramUnavailableError('An earlier try with this idempotencyKey was not answered.', 'UNKNOWN');
}

function isUnknown(error: unknown): error is TelegramUnavailableError {
  return error instanceof TelegramUnavailableError && error.outcome === 'UNKNOWN';
}

/** Not a mistake of ours behind the answer, and not the end of a session, which is told to requests that were carried out, too. */
function isNothingDone(error: unknown): boolean {
  if (error instanceof AccountUnavailableError) return error.reason === 'LIMITED' || error.reason === 'FROZEN';
  return error instanceof GatewayError && !isUnknown(error);
}
