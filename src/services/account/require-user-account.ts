import { BotMethodInvalidError } from '../errors/telegram-errors.ts';
import type { User } from '../models.ts';

/**
 * Throws `BotMethodInvalidError` for a bot account, before the call that Telegram would refuse so. `detail` says in a
 * sentence what bots cannot do here; which account can is told behind it.
 */
export async function requireUserAccount(self: () => Promise<User>, detail: string): Promise<void> {
  if ((await self()).isBot) throw new BotMethodInvalidError({ detail });
}
