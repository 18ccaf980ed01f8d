import { TelegramError } from '../errors/errors.ts';
import { BotMethodInvalidError } from '../errors/telegram-errors.ts';
import type { User } from '../models.ts';

/**
 * Throws for a user account, before any call. Telegram's name for an operation that is not for this kind of account is the
 * same both ways round, but its usual sentence is about bots: `message` says what to do instead.
 */
export async function requireBotAccount(self: () => Promise<User>, message: string): Promise<void> {
  if ((await self()).isBot) return;
  throw new TelegramError(message, BotMethodInvalidError.code, BotMethodInvalidError.type);
}
