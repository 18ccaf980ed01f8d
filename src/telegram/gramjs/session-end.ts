import { RpcFailure, toFailure } from '../rpc-error.ts';

/**
 * Names that end the session itself, whichever call hears them and whatever their number: no later call on this key can be
 * answered. https://core.telegram.org/api/errors#401-unauthorized; AUTH_KEY_DUPLICATED comes as 406.
 */
const ENDS: ReadonlySet<string> = new Set([
  'AUTH_KEY_UNREGISTERED',
  'AUTH_KEY_INVALID',
  'AUTH_KEY_PERM_EMPTY',
  'AUTH_KEY_DUPLICATED',
  'SESSION_REVOKED',
  'SESSION_EXPIRED',
  'SESSION_PASSWORD_NEEDED',
  'ACTIVE_USER_REQUIRED',
  'USER_DEACTIVATED',
  'USER_DEACTIVATED_BAN',
]);

/** The failure that says the session is over, if this error does; else `null`. */
export function sessionEnd(error: unknown): RpcFailure | null {
  const failure = toFailure(error);
  return failure instanceof RpcFailure && ENDS.has(failure.type) ? failure : null;
}
