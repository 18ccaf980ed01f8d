import { whenOver } from '../../base/call-scope.ts';
import type { Logger } from '../../base/log.ts';
import {
  AccountUnavailableError,
  type GatewayError,
  IdempotencyKeyReusedError,
  IdempotencyUnavailableError,
  TelegramUnavailableError,
} from '../errors/errors.ts';
import type { LedgerKey } from '../once/ledger.ts';
import type { Passage } from './move-on.ts';

/** Which account a caller's idempotency key belongs to: one row for each key, which outlives the process as the ledger's rows do. */
export interface KeyAccountStore {
  /** The account's id; `null`: the key has none. */
  read(key: LedgerKey): Promise<string | null>;
  /** Gives the key to the account where it has none. Answers whose it is then. */
  claim(key: LedgerKey, accountId: string): Promise<string>;
  /** Gives the key to `to` if it is `from`'s. */
  move(key: LedgerKey, from: string, to: string): Promise<void>;
}

/** An account to which a key may belong. */
export interface KeyHolder {
  /** `null`: it is not known so far. */
  readonly userId: string | null;
  /** `null`: it does not run, for the reason that `failure` tells. */
  readonly services: object | null;
  failure(): GatewayError;
}

export interface KeyAccounts {
  /**
   * The way of one call with a key. It goes to the account of the key's row, whatever is known by now, and to another only when the row
   * says so: the row is changed while no other call of the key is under way, because one that is may do at its account what this one
   * would then do at the next. Rejects with `IdempotencyUnavailableError` when the row cannot be read or written,
   * `IdempotencyKeyReusedError` when another account was asked for (`pinned`), and the failure of the row's account when it does
   * not run: `AccountUnavailableError`, or `TelegramUnavailableError` with outcome UNKNOWN.
   */
  passage<A extends KeyHolder>(key: LedgerKey, accounts: () => readonly A[], pinned: A | null): Passage<A>;
}

/** Calls of one key that are under way in this process. */
interface Place {
  /** Those that may send something at the row's account, or are about to read the row. */
  active: number;
  /** How many have ended otherwise than by refusals: what they were for may be done, and the row's account knows. */
  settled: number;
  /** Those that the row's account has refused. */
  movers: Mover[];
  /** The row is being changed. */
  moving: Promise<void> | null;
}

interface Mover {
  /** `settled` when it was given to its account. */
  readonly since: number;
  readonly move: () => Promise<void>;
  readonly go: () => void;
  readonly fail: (error: unknown) => void;
}

export function createKeyAccounts(store: KeyAccountStore, log: Pick<Logger, 'error'>): KeyAccounts {
  const places = new Map<string, Place>();

  async function kept<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      log.error({ err: error }, 'the account of an idempotency key could not be read or written down');
      throw new IdempotencyUnavailableError();
    }
  }

  /** When the last has left: the first of those that were refused changes the row, and all of them follow it. */
  function turn(name: string, place: Place): void {
    if (place.active > 0 || place.moving) return;
    const [first, ...rest] = place.movers.splice(0);
    if (!first) {
      places.delete(name);
      return;
    }
    place.active = rest.length + 1;
    const moved = first.since === place.settled ? first.move() : Promise.resolve();
    const failed = (error: unknown) => {
      place.active -= 1;
      first.fail(error);
    };
    place.moving = moved.then(first.go, failed).finally(() => {
      place.moving = null;
      for (const { go } of rest) go();
      turn(name, place);
    });
  }

  return {
    passage(key, accounts, pinned) {
      const name = JSON.stringify([key.caller, key.key]);
      let place: Place | null = null;
      let since = 0;

      /** The account of the row. What was begun with the key may be done there, and nobody else can tell. */
      function holder<A extends KeyHolder>(all: readonly A[], row: string): A {
        if (pinned && pinned.userId !== row) throw new IdempotencyKeyReusedError();
        const account = all.find(({ userId }) => userId === row);
        if (account?.services) return account;
        const failure = account?.failure();
        if (failure instanceof AccountUnavailableError) throw failure;
        throw new TelegramUnavailableError('The account of this idempotencyKey does not run.', 'UNKNOWN');
      }

      async function enter(): Promise<Place> {
        for (let there = places.get(name); there?.moving; there = places.get(name)) await there.moving;
        const there = places.get(name) ?? { active: 0, settled: 0, movers: [], moving: null };
        places.set(name, there);
        there.active += 1;
        since = there.settled;
        return there;
      }

      return {
        async begin(first) {
          place = await enter();
          const [only, ...others] = accounts();
          // Nothing is asked to choose it, so that the row need not be looked for first.
          if (only?.services && only.userId !== null && others.length === 0) {
            return holder(accounts(), await kept(store.claim(key, only.userId)));
          }
          const row = await kept(store.read(key));
          if (row !== null) return holder(accounts(), row);
          const account = await first();
          const { userId, services } = account;
          if (userId === null || services === null) return account; // it does nothing
          return holder(accounts(), await kept(store.claim(key, userId)));
        },
        async move(from, to) {
          const there = place;
          if (!there || from.userId === null || to.userId === null) return from;
          const [left, right] = [from.userId, to.userId];
          const { promise, resolve, reject } = Promise.withResolvers<void>();
          const mover = { since, move: () => kept(store.move(key, left, right)), go: resolve, fail: reject };
          there.movers.push(mover);
          there.active -= 1;
          place = null;
          turn(name, there);
          const stay = whenOver(() => {
            const index = there.movers.indexOf(mover);
            if (index === -1) return;
            there.movers.splice(index, 1);
            const cause = 'An earlier request with this idempotencyKey is still under way.';
            reject(new TelegramUnavailableError(cause, 'UNKNOWN'));
          });
          try {
            await promise;
          } finally {
            stay();
          }
          place = there;
          since = there.settled;
          return holder(accounts(), (await kept(store.read(key))) ?? left);
        },
        end(isRefused) {
          if (!place) return;
          place.active -= 1;
          if (!isRefused) place.settled += 1;
          turn(name, place);
        },
      };
    },
  };
}
