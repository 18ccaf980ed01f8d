import { callerIsGone, pause, timeLeft } from '../call-scope.ts';
import { GatewayError, TelegramUnavailableError } from './errors.ts';

/** One try of a caller to have something done exactly once, which may have begun in a process that has died since. */
export interface Attempt {
  /** The caller gave an idempotency key, so what is done has to be known after a restart as well. */
  readonly isKept: boolean;
  /** When an earlier try sent the request without learning what became of it; `null`: there was none. */
  readonly sentAt: Date | null;
  /** Is told before the request leaves for the first time; nothing is sent before that has ended. */
  sending(at: Date): Promise<void>;
  /** Is told that nothing was done by any of what was sent. */
  refused(): Promise<void>;
}

/** A try without an idempotency key. */
export const SINGLE_ATTEMPT: Attempt = {
  isKept: false,
  sentAt: null,
  sending: async () => {},
  refused: async () => {},
};

/** A request that may not run twice, and the way to find out what became of it. */
export interface Effect<T> {
  /** Sends it. `null`: it was done, but what it made has been given to another caller who asked for the same. */
  send(): Promise<T | null>;
  /** Looks in Telegram for what a request sent since then has done; `null`: nothing is there. */
  look(since: Date): Promise<T | null>;
}

/** After a lost connection Telegram may be at the end of carrying the request out. */
const SETTLE_MS = 300;
/** Between looks while Telegram has the request on a connection that stands. */
const LOOK_AGAIN_MS = 500;
/** Sendings and looks at the most where no deadline ends them. */
const MOST_TRIES = 5;

/**
 * Has it done once. When an answer is lost, Telegram is looked at before anything is sent again: what the request did is
 * answered if it is there; if it is not, and Telegram is known to be through with it, it goes out once more. Throws
 * `TelegramUnavailableError` with outcome UNKNOWN when the time is over before that is settled.
 */
export async function certainly<T>(attempt: Attempt, clock: () => Date, { send, look }: Effect<T>): Promise<T> {
  if (attempt.sentAt) {
    const found = await look(attempt.sentAt);
    if (found) return found;
  }
  const since = attempt.sentAt ?? clock();
  if (!attempt.sentAt) await attempt.sending(since);
  let lost: TelegramUnavailableError | null = null;
  for (let tries = 1; ; tries += 1) {
    let trouble: TelegramUnavailableError | null = null;
    try {
      const done = await send();
      if (done) return done;
    } catch (error) {
      if (!(error instanceof TelegramUnavailableError) || error.outcome === 'NOT_EXECUTED') {
        if (lost && error instanceof TelegramUnavailableError) throw lost;
        await attempt.refused();
        throw error;
      }
      trouble = error;
      lost = error;
    }
    const found = await lookAround(() => look(since), trouble);
    if (found) return found;
    if (trouble?.mayStillRun || tries === MOST_TRIES || timeLeft() === 0 || callerIsGone()) {
      throw lost ?? new TelegramUnavailableError('Telegram gave the same answer to two requests.', 'UNKNOWN');
    }
  }
}

/** Looks as often as it takes to be sure that there is nothing; a look that fails leaves things as unknown as they were. */
async function lookAround<T>(
  look: () => Promise<T | null>,
  trouble: TelegramUnavailableError | null,
): Promise<T | null> {
  const isOver = trouble === null || trouble.sent !== null;
  const looks = isOver ? 1 : trouble.mayStillRun ? MOST_TRIES : 2;
  for (let looked = 1; ; looked += 1) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      if (trouble && error instanceof GatewayError) throw trouble;
      throw error;
    }
    if (looked === looks || callerIsGone()) return null;
    const wait = trouble?.mayStillRun ? LOOK_AGAIN_MS : SETTLE_MS;
    if (timeLeft() <= wait) return null;
    await pause(wait);
  }
}

/**
 * The same where nothing can be looked at: the request goes out once, and what became of an earlier try that was not
 * answered stays unknown.
 */
export async function certainlyUnseen<T>(attempt: Attempt, clock: () => Date, send: () => Promise<T>): Promise<T> {
  if (attempt.sentAt) {
    throw new TelegramUnavailableError('An earlier try with this idempotency key was not answered.', 'UNKNOWN');
  }
  await attempt.sending(clock());
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof TelegramUnavailableError) || error.outcome === 'NOT_EXECUTED') await attempt.refused();
    throw error;
  }
}
