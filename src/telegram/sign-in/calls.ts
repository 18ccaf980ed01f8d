import type { TelegramClient } from 'telegram';
import { toFailure } from '../rpc-error.ts';
import type { Api } from '../tl.ts';
import type { SignInDialog } from './dialog.ts';
import { SignInCancelled, SignInError } from './errors.ts';

/** What the ways of signing in have in common. */
export interface SignInCalls {
  readonly apiId: number;
  readonly apiHash: string;
  readonly dialog: SignInDialog;
  /**
   * One call, settled within 30 s, moves to another data centre included. Throws `RpcFailure` when Telegram refused,
   * `SignInError` when no answer can be had, `SignInCancelled` when the person left.
   */
  invoke<R extends Api.AnyRequest>(request: R): Promise<R['__response']>;
  /** Goes on at another data centre with a new key (https://core.telegram.org/api/datacenter). */
  switchDc(dcId: number): Promise<void>;
  /** Waits for `promise`; `'late'` when it took longer. Rejects as `invoke` does when the wait has lost its point. */
  wait<T>(promise: Promise<T>, milliseconds: number): Promise<T | 'late'>;
  /** Calls back for each update of one kind. The function returned stops that. */
  onUpdate(kind: typeof Api.UpdateLoginToken, callback: () => void): () => void;
}

const CALL_TIMEOUT_MS = 30_000;

export interface SignInCallsOptions extends Pick<SignInCalls, 'apiId' | 'apiHash' | 'dialog' | 'onUpdate'> {
  readonly client: TelegramClient;
  /** Aborts when the person leaves. */
  readonly signal: AbortSignal;
  /** Rejects when the connection is of no use any more; never resolves. */
  readonly broken: Promise<never>;
}

/** GramJS's `invoke` follows PHONE_, USER_ and NETWORK_MIGRATE by itself; what it lacks is an end to its waiting. */
export function createSignInCalls({ client, signal, broken, ...common }: SignInCallsOptions): SignInCalls {
  const left = cancelled(signal);

  async function wait<T>(promise: Promise<T>, milliseconds: number): Promise<T | 'late'> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), milliseconds);
    });
    try {
      return await Promise.race([left, broken, promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function inTime<T>(promise: Promise<T>): Promise<T> {
    const answer = await wait(promise, CALL_TIMEOUT_MS);
    if (answer === 'late')
      throw new SignInError('UNANSWERED', `Telegram did not answer within ${CALL_TIMEOUT_MS / 1000} s.`);
    return answer;
  }

  return {
    ...common,
    wait,
    async invoke(request) {
      try {
        return await inTime(client.invoke(request));
      } catch (error) {
        // GramJS repeats RPC_CALL_FAIL by itself, and then no longer knows what it was.
        if (error instanceof Error && error.message.startsWith('Request was unsuccessful')) {
          throw new SignInError('UNANSWERED', 'Telegram has trouble of its own.');
        }
        throw toFailure(error);
      }
    },
    async switchDc(dcId) {
      await inTime(client._switchDC(dcId));
    },
  };
}

/** Rejects once the signal aborts. */
export function cancelled(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const leave = () => reject(new SignInCancelled('The sign-in was left.'));
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave, { once: true });
  return promise;
}
