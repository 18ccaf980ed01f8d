import { AccountUnavailableError, FloodWaitError, GatewayError, PeerNotFoundError } from '../errors/errors.ts';
import {
  BotMethodInvalidError,
  ChannelInvalidError,
  ChannelPrivateError,
  ChannelPublicGroupNaError,
  ChatAdminInviteRequiredError,
  ChatAdminRequiredError,
  ChatIdInvalidError,
  ChatWriteForbiddenError,
  EditBotInviteForbiddenError,
  UserBannedInChannelError,
  UserRestrictedError,
} from '../errors/telegram-errors.ts';
import { isFirstRefusal } from '../once/certain.ts';

/** Telegram's names for "not this account". */
const NOT_THIS_ACCOUNT: ReadonlySet<string> = new Set(
  [
    BotMethodInvalidError,
    ChannelInvalidError,
    ChannelPrivateError,
    ChannelPublicGroupNaError,
    ChatAdminInviteRequiredError,
    ChatAdminRequiredError,
    ChatIdInvalidError,
    ChatWriteForbiddenError,
    EditBotInviteForbiddenError,
    UserBannedInChannelError,
    UserRestrictedError,
  ].map(({ code }) => code),
);

/**
 * Whether another account may be given the call after this failure: it is a refusal of this account rather than of the call, and, of a
 * change, it proves that nothing was done and nothing can be done any more.
 */
export function isForOthers(error: unknown, isChange: boolean): error is GatewayError {
  if (!(error instanceof GatewayError) || (isChange && !isFirstRefusal(error))) return false;
  if (error instanceof AccountUnavailableError) return error.reason === 'LIMITED' || error.reason === 'FROZEN';
  return error instanceof FloodWaitError || error instanceof PeerNotFoundError || NOT_THIS_ACCOUNT.has(error.code);
}

/** The way of a call from one account to the next: `KeyAccounts` has the one of a call with a key. */
export interface Passage<A> {
  /** Whom the call goes to. `first` is asked where nothing is known about it. */
  begin(first: () => Promise<A>): Promise<A>;
  /** Whom it goes to after `from` has refused and `to` may be able: neither of them has to be it. */
  move(from: A, to: A): Promise<A>;
  /** The call has its answer. `isRefused`: all accounts that it went to have refused it. */
  end(isRefused: boolean): void;
}

/** Of a call without a key: it goes where it is wanted. */
export const OPEN_PASSAGE = {
  begin: <A>(first: () => Promise<A>) => first(),
  move: async <A>(_from: A, to: A) => to,
  end: () => {},
};

export interface Walk<A, T> {
  readonly isChange: boolean;
  /** Who is the best to begin with. */
  first(): Promise<A>;
  /** Who may be able after the last of these refusals; `null`: nobody. */
  next(refusals: ReadonlyMap<A, GatewayError>): Promise<A | null>;
  run(account: A): Promise<T>;
}

/**
 * Runs a call on one account after another, until one does not refuse it as an account. When all refuse, the answer is the refusal of the
 * best, which is the first; but who has to wait is better than who may not.
 */
export async function moveOn<A, T>(walk: Walk<A, T>, passage: Passage<A>): Promise<T> {
  const refusals = new Map<A, GatewayError>();
  let isRefused = false;
  try {
    let account = await passage.begin(walk.first);
    for (;;) {
      try {
        return await walk.run(account);
      } catch (error) {
        if (!isForOthers(error, walk.isChange)) throw error;
        if (!refusals.has(account)) refusals.set(account, error);
      }
      const next = await walk.next(refusals);
      if (next === null) {
        isRefused = true;
        throw best([...refusals.values()]);
      }
      account = await passage.move(account, next);
    }
  } finally {
    passage.end(isRefused);
  }
}

function best(refusals: readonly GatewayError[]): GatewayError | undefined {
  return refusals.find((error) => error instanceof FloodWaitError) ?? refusals[0];
}
