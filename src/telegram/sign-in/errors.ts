import { RpcFailure } from '../rpc-error.ts';

/** The sign-in came to an end without an account. The message is one sentence or two, for people. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
}

/** The person left (Ctrl-C). */
export class SignInCancelled extends Error {
  override readonly name = 'SignInCancelled';
}

/** Names from the "Possible errors" of the methods under https://core.telegram.org/api/auth, api/srp and api/qr-login. */
const SENTENCES: Readonly<Record<string, string>> = {
  ACCESS_TOKEN_EXPIRED: 'The bot token has been replaced by a newer one. Ask @BotFather for it.',
  ACCESS_TOKEN_INVALID: 'Telegram does not know this bot token. Copy it whole from @BotFather.',
  API_ID_INVALID: 'The api_id and api_hash do not belong together. Copy both from https://my.telegram.org/apps.',
  API_ID_PUBLISHED_FLOOD:
    'This api_id was published somewhere and is barred. Make your own at https://my.telegram.org/apps.',
  AUTH_RESTART: 'Telegram wants the sign-in to begin again. Run the command once more.',
  AUTH_TOKEN_EXPIRED: 'The QR code had run out when it was scanned. Run the command once more.',
  FRESH_RESET_AUTHORISATION_FORBIDDEN:
    'Telegram does not allow this so soon after another sign-in. Try again tomorrow.',
  PASSWORD_HASH_INVALID: 'The password is wrong.',
  PHONE_CODE_EMPTY: 'No code was given.',
  PHONE_CODE_EXPIRED: 'The code has run out.',
  PHONE_CODE_INVALID: 'The code is wrong.',
  PHONE_NUMBER_APP_SIGNUP_FORBIDDEN: 'No account has this number. Make one in a Telegram app first.',
  PHONE_NUMBER_BANNED: 'Telegram has banned this number.',
  PHONE_NUMBER_FLOOD: 'Too many codes were asked for with this number. Try again tomorrow.',
  PHONE_NUMBER_INVALID:
    'This is not a phone number that Telegram can use. Write it with its country code, such as +447700900123.',
  PHONE_NUMBER_UNOCCUPIED: 'No account has this number. Make one in a Telegram app first.',
  PHONE_PASSWORD_FLOOD: 'Too many wrong passwords. Try again tomorrow.',
  PHONE_PASSWORD_PROTECTED: 'The account is protected by a password that has to be recovered in a Telegram app.',
  SEND_CODE_UNAVAILABLE:
    'Telegram has no further way of sending a code to this number. Try again later, or sign in with --qr.',
  SIGN_IN_FAILED: 'Telegram could not sign the account in. Try again later.',
  SRP_ID_INVALID: 'The password was asked for too long ago.',
  SRP_PASSWORD_CHANGED: 'The password was changed meanwhile.',
  UPDATE_APP_TO_LOGIN: 'Telegram asks for a newer client to sign this account in. Try --qr.',
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
  return error instanceof RpcFailure ? new SignInError(refusalSentence(error), { cause: error }) : error;
}

/** Whether Telegram refused with one of these names. */
export function isRefusal(error: unknown, ...types: readonly string[]): error is RpcFailure {
  return error instanceof RpcFailure && types.includes(error.type);
}

/** Rounded up, so that nobody comes back too early. */
function duration(seconds: number): string {
  const [amount, unit] =
    seconds < 120 ? [seconds, 'second'] : seconds < 7200 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  const whole = Math.ceil(amount);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
