import { AccountUnavailableError } from '../errors/errors.ts';
import type { Hold, HoldStore } from './hold-store.ts';

/** Whether the account's writes are stopped, until an operator has acted. */
export interface AccountHold {
  /** `null`: they are not. Looks at the store only while there is a hold, so that one taken away there is noticed. */
  current(): Promise<Hold | null>;
  /** Stops them, if this error says that the account is limited or frozen. The first reason stays; FROZEN outranks LIMITED. */
  note(error: unknown): Promise<void>;
  /** Lets them go on: an operator has acted. */
  lift(): Promise<void>;
}

/** What is told of a hold, once for each. `error` is set when it could not be kept: it is gone after a restart. */
export type OnHold = (hold: Hold, error: unknown) => void;

/** `placed` is the hold that the store had at start. A store that fails leaves things as they were. */
export function createAccountHold(
  store: HoldStore,
  placed: Hold | null,
  { clock, onHold }: { readonly clock: () => Date; readonly onHold: OnHold },
): AccountHold {
  let hold = placed;
  /** A hold that the store has not taken cannot be found there. */
  let isKept = true;

  return {
    async current() {
      if (!hold || !isKept) return hold;
      hold = await store.read().catch(() => hold);
      return hold;
    },
    async lift() {
      await store.lift();
      hold = null;
    },
    async note(error) {
      if (!(error instanceof AccountUnavailableError)) return;
      const { reason, code, telegramCode } = error;
      if (reason !== 'LIMITED' && reason !== 'FROZEN') return;
      if (hold && (reason === 'LIMITED' || hold.reason === 'FROZEN')) return;
      hold = { reason, code, telegramCode, since: clock() };
      const placed = hold;
      isKept = false;
      try {
        await store.place(placed);
        isKept = true;
        onHold(placed, null);
      } catch (trouble) {
        onHold(placed, trouble);
      }
    },
  };
}
