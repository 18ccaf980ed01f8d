import type { ConnectionStatus } from '../../telegram/port.ts';
import { ACCOUNT_ADVICE, type AccountUnavailableReason } from '../errors/errors.ts';
import { accountReasons } from '../errors/refusal-table.ts';
import type { AccountHold } from './account-hold.ts';

/** What the account can do, the worst first. */
export type AccountStatus =
  | 'BANNED'
  | 'DEACTIVATED'
  | 'NEEDS_LOGIN'
  | 'MISCONFIGURED'
  | 'CONNECTING'
  | 'FROZEN'
  | 'LIMITED'
  | 'READY';

/** How an account stands. Telling it costs no call. */
export interface AccountState {
  readonly status: AccountStatus;
  /** Since when it stands so. */
  readonly since: Date;
  /** Telegram's name for why; `null` when Telegram has said nothing. */
  readonly reason: string | null;
  /** What happened and what to do, for people; `null` when all is well. */
  readonly message: string | null;
}

/** What an account can do for that reason. */
export const STATUS_OF: Readonly<Record<AccountUnavailableReason, AccountStatus>> = {
  SESSION_DEAD: 'NEEDS_LOGIN',
  SESSION_REVOKED: 'NEEDS_LOGIN',
  BANNED: 'BANNED',
  DEACTIVATED: 'DEACTIVATED',
  FROZEN: 'FROZEN',
  LIMITED: 'LIMITED',
};

/** A session that has ended says more than a connection that is being made, and that more than writes that are stopped. */
export async function accountState({ state, since, end }: ConnectionStatus, hold: AccountHold): Promise<AccountState> {
  if (end) {
    const reason = accountReasons[end.type] ?? 'SESSION_DEAD';
    return { status: STATUS_OF[reason], since, reason: end.type, message: ACCOUNT_ADVICE[reason] };
  }
  if (state === 'DOWN') {
    const message = 'The connection to Telegram is lost; it is dialled again until it stands.';
    return { status: 'CONNECTING', since, reason: null, message };
  }
  const held = await hold.current();
  if (held) {
    return { status: held.reason, since: held.since, reason: held.code, message: ACCOUNT_ADVICE[held.reason] };
  }
  return { status: 'READY', since, reason: null, message: null };
}
