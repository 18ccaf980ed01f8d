import { RpcFailure } from '../rpc-error.ts';
import { type SignInRefusal, signInRefusals } from '../sign-in-refusals.ts';

/**
 * Why there is no account: Telegram refused (the `RpcFailure` is the cause); no answer can be had; Telegram wants what this program
 * cannot do.
 */
export type SignInEnd = 'REFUSED' | 'UNANSWERED' | 'UNSUPPORTED';

/** The sign-in came to an end without an account. The message is one sentence or two, for people. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly end: SignInEnd;

  constructor(end: SignInEnd, message: string, options?: ErrorOptions) {
    super(message, options);
    this.end = end;
  }
}

/** The person left (Ctrl-C). */
export class SignInCancelled extends Error {
  override readonly name = 'SignInCancelled';
}

const SENTENCES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.values(signInRefusals).flatMap((names: Readonly<Record<string, SignInRefusal>>) =>
      Object.entries(names).map(([name, { sentence }]) => [name, sentence]),
    ),
  ),
  API_ID_INVALID: 'The api_id and api_hash do not belong together. Copy both from https://my.telegram.org/apps.',
  API_ID_PUBLISHED_FLOOD:
    'This api_id was published somewhere and is barred. Make your own at https://my.telegram.org/apps.',
  USER_DEACTIVATED: 'The account was deleted.',
  USER_DEACTIVATED_BAN: 'Telegram has banned this account.',
};

/** A refusal in words. An unknown name is told as Telegram sent it. */
export function refusalSentence({ code, type, fullType, argument }: RpcFailure): string {
  if (argument !== null && /(^|_)WAIT$/.test(type)) {
    return `Telegram asks to wait ${duration(argument)} before the next try (${fullType}).`;
  }
  return SENTENCES[type] ?? `Telegram refused the sign-in: ${code} ${fullType}.`;
}

/** The error to end with: refusals become a `SignInError`, anything else stays what it is. */
export function asSignInError(error: unknown): unknown {
  return error instanceof RpcFailure ? new SignInError('REFUSED', refusalSentence(error), { cause: error }) : error;
}

/** Whether Telegram refused with one of these names. */
export function isRefusal(error: unknown, ...types: readonly string[]): error is RpcFailure {
  return error instanceof RpcFailure && types.includes(error.type);
}

/** The end after the last of so many tries. */
export function lastTry(failure: RpcFailure, tries: number): SignInError {
  const message = `${refusalSentence(failure)} That was the last of ${tries} tries.`;
  return new SignInError('REFUSED', message, { cause: failure });
}

/** Rounded up, so that nobody comes back too early. */
function duration(seconds: number): string {
  const [amount, unit] =
    seconds < 120 ? [seconds, 'second'] : seconds < 7200 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  const whole = Math.ceil(amount);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
