import type { RpcFailure } from '../../telegram/rpc-error.ts';
import {
  AccountUnavailableError,
  type AccountUnavailableReason,
  FloodWaitError,
  type GatewayError,
  TelegramError,
  TelegramUnavailableError,
} from './errors.ts';
import { telegramErrors } from './telegram-errors.ts';

/**
 * The one table from Telegram's error names to what they are here (https://core.telegram.org/api/errors).
 * A name decides, never its number. A name with an entry in `telegramErrors` becomes that class; the names below are
 * families; any other name passes through as `TelegramError` with the name and number as sent.
 */

/** The account itself cannot act. FROZEN_METHOD_INVALID carries 420 and is no wait all the same. */
export const accountReasons: Readonly<Record<string, AccountUnavailableReason>> = {
  AUTH_KEY_UNREGISTERED: 'SESSION_DEAD',
  AUTH_KEY_INVALID: 'SESSION_DEAD',
  AUTH_KEY_PERM_EMPTY: 'SESSION_DEAD',
  AUTH_KEY_DUPLICATED: 'SESSION_DEAD',
  SESSION_EXPIRED: 'SESSION_DEAD',
  SESSION_PASSWORD_NEEDED: 'SESSION_DEAD',
  ACTIVE_USER_REQUIRED: 'SESSION_DEAD',
  SESSION_REVOKED: 'SESSION_REVOKED',
  USER_DEACTIVATED_BAN: 'BANNED',
  USER_DEACTIVATED: 'DEACTIVATED',
  FROZEN_METHOD_INVALID: 'FROZEN',
  FROZEN_PARTICIPANT_MISSING: 'FROZEN',
  PEER_FLOOD: 'LIMITED',
};

/** Names whose number is a wait in seconds. */
export const waits: ReadonlySet<string> = new Set([
  'FLOOD_WAIT',
  'FLOOD_PREMIUM_WAIT',
  'FLOOD_TEST_PHONE_WAIT',
  'SLOWMODE_WAIT',
  'TAKEOUT_INIT_DELAY',
  'SESSION_TOO_FRESH',
]);

/** Telegram's own trouble, whatever number came with it; so is every number from 500 up or below 0. */
export const serverFaults: ReadonlySet<string> = new Set([
  'RPC_CALL_FAIL',
  'RPC_MCGET_FAIL',
  'WORKER_BUSY_TOO_LONG_RETRY',
  'INTERDC_CALL_ERROR',
  'INTERDC_CALL_RICH_ERROR',
  'POSTPONED_TIMEOUT',
  'PERSISTENT_TIMESTAMP_OUTDATED',
  'AUTH_KEY_UNSYNCHRONIZED',
  'CHAT_ID_GENERATE_FAILED',
  'MSG_WAIT_TIMEOUT',
  'Timeout',
]);

/** Refusals that mean the gateway or its configuration is at fault; they pass through under their own name, without the number behind it, and with this advice. */
export const gatewayFaults: Readonly<Record<string, string>> = {
  API_ID_INVALID: 'TELEGRAM_API_ID and TELEGRAM_API_HASH do not belong together.',
  API_ID_PUBLISHED_FLOOD: 'This api_id is a published one; get your own at my.telegram.org.',
  CONNECTION_NOT_INITED: "The gateway's connection was not set up; a restart helps.",
  CONNECTION_LAYER_INVALID: "Telegram does not accept the gateway's layer; update the gateway.",
  INPUT_METHOD_INVALID: "Telegram does not know this method at the gateway's layer.",
  INPUT_CONSTRUCTOR_INVALID: "Telegram does not know a constructor of the gateway's request.",
  INPUT_FETCH_ERROR: "Telegram could not read the gateway's request.",
  INPUT_FETCH_FAIL: "Telegram could not read the gateway's request.",
  INPUT_REQUEST_TOO_LONG: "The gateway's request was too long.",
  MSG_WAIT_FAILED: 'A request that this one was to wait for has failed.',
  USER_MIGRATE: 'The account lives in another data centre than the session says; sign in again.',
  PHONE_MIGRATE: 'The account lives in another data centre than the session says; sign in again.',
  NETWORK_MIGRATE: 'The account lives in another data centre than the session says; sign in again.',
  FILE_MIGRATE: 'The data lives in another data centre.',
  STATS_MIGRATE: 'The data lives in another data centre.',
};

/** The domain error for a refusal by Telegram. `now` dates the end of a wait. */
export function toDomainError(failure: RpcFailure, now: Date): GatewayError {
  const { code: telegramCode, type: code, fullType, argument } = failure;
  const KnownError = telegramErrors.get(code);
  if (KnownError) return new KnownError({ telegramCode });
  const reason = accountReasons[code];
  if (reason) return new AccountUnavailableError(reason, { code, telegramCode });
  if (waits.has(code)) return new FloodWaitError({ code, telegramCode, retryAfterSeconds: argument ?? 0, now });
  if (serverFaults.has(code) || telegramCode >= 500 || telegramCode < 0) {
    const cause = `Telegram has trouble of its own (${code}).`;
    return new TelegramUnavailableError(cause, 'UNKNOWN', { code, telegramCode });
  }
  const known = gatewayFaults[code];
  const advice = known ?? 'The gateway has no advice for this one; see core.telegram.org/api/errors.';
  return new TelegramError(`Telegram refused this with ${fullType}. ${advice}`, known ? code : fullType, telegramCode);
}
