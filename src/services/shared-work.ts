import { callScope, detachedFor, hasTimeFor, pause, whenOver } from '../base/call-scope.ts';
import { FloodWaitError, TelegramUnavailableError } from './errors/errors.ts';

/**
 * What several callers share, until this one's time is over: then it throws `TelegramUnavailableError` with outcome
 * NOT_EXECUTED, and the work goes on for the others.
 */
export async function waitFor<T>(shared: Promise<T>): Promise<T> {
  if (!callScope()) return shared;
  const { promise: over, reject } = Promise.withResolvers<never>();
  const stay = whenOver(() =>
    reject(new TelegramUnavailableError('Telegram took too long to answer.', 'NOT_EXECUTED')),
  );
  try {
    return await Promise.race([shared, over]);
  } finally {
    stay();
  }
}

/**
 * The answer to a question that callers who ask at once share. `ask` begins it, or answers what is under way; it ends
 * with nobody's deadline, and its calls wait for their turn among those of the caller who began it. A caller that would rather wait than hear of a flood asks again after it.
 */
export async function askShared<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await waitFor(detachedFor(ask));
    } catch (error) {
      if (!(error instanceof FloodWaitError) || !mayWaitOut(error.retryAfterSeconds * 1000)) throw error;
      await pause(error.retryAfterSeconds * 1000);
    }
  }
}

/** Whether this caller would rather wait so many milliseconds than hear of a flood, and has the time. */
export function mayWaitOut(milliseconds: number): boolean {
  return callScope()?.waitsForFloods === true && hasTimeFor(milliseconds);
}
