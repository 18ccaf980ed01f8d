import { effectOf } from '../../telegram/methods.ts';
import type { ConnectionStatus, TelegramPort } from '../../telegram/port.ts';
import type { AccountHold } from '../account/account-hold.ts';
import { AccountUnavailableError } from '../errors/errors.ts';

/**
 * Stops the account's writes once Telegram has limited it (PEER_FLOOD) or frozen it (https://core.telegram.org/api/auth#frozen-accounts):
 * whoever goes on then is banned. They are refused without a call until an operator has lifted the hold; reads go on.
 * A session that has ended says more than a hold, and its connection refuses every call without sending it.
 */
export function withHeldWrites(
  port: TelegramPort,
  hold: AccountHold,
  connection: () => ConnectionStatus,
): TelegramPort {
  return {
    async invoke(request) {
      const held = effectOf(request) === 'read' || connection().end ? null : await hold.current();
      if (held) throw new AccountUnavailableError(held.reason, held);
      try {
        return await port.invoke(request);
      } catch (error) {
        await hold.note(error);
        throw error;
      }
    },
  };
}
