import { detached } from '../../base/call-scope.ts';
import type { TelegramUpdates, UpdateEntities, UpdateListener } from '../port.ts';
import { Api } from '../tl.ts';

/** The updates of one connection: what GramJS receives goes in, listeners hear of it. */
export interface UpdateHub extends TelegramUpdates {
  /** Takes whatever GramJS hands to its update callback, or an answer that is made of updates; all else is passed over. */
  take(received: unknown): void;
  /** Tells the listeners that updates may have been missed. */
  gap(): void;
}

const NOBODY: UpdateEntities = { users: [], chats: [] };

/**
 * Unpacks Telegram's containers of updates (https://core.telegram.org/api/updates). The short forms of messages are left
 * out: nothing here is about messages. Listeners hear of them in no request's scope, whichever call's answer they came in.
 */
export function createUpdateHub(): UpdateHub {
  const listeners = new Set<UpdateListener>();

  function tell(updates: readonly Api.TypeUpdate[], entities: UpdateEntities): void {
    for (const listener of listeners) {
      detached(() => {
        for (const update of updates) listener.onUpdate(update, entities);
      });
    }
  }

  function gap(): void {
    for (const listener of listeners) detached(() => listener.onGap());
  }

  return {
    take(received) {
      if (received instanceof Api.Updates || received instanceof Api.UpdatesCombined) tell(received.updates, received);
      else if (received instanceof Api.UpdateShort) tell([received.update], NOBODY);
      else if (received instanceof Api.UpdatesTooLong) gap();
    },
    gap,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
