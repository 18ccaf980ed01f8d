import { audienceOf, type MethodOf } from '../../telegram/methods.ts';
import type { Api } from '../../telegram/tl.ts';
import { TelegramError } from '../errors/errors.ts';
import { BotMethodInvalidError } from '../errors/telegram-errors.ts';
import type { User } from '../models.ts';

/**
 * Throws `BotMethodInvalidError` for a bot account where the method is for users alone, before the call that Telegram would
 * refuse so. `detail` says in a sentence what bots cannot do here; which account can is told behind it.
 */
export async function requireAccountFor(
  method: MethodOf<Api.AnyRequest>,
  self: () => Promise<User>,
  detail: string,
): Promise<void> {
  if (audienceOf(method) === 'users' && (await self()).isBot) throw new BotMethodInvalidError({ detail });
}

/**
 * Throws for a user account, before any call. Telegram's name for an operation that is not for this kind of account is the
 * same both ways round, but its usual sentence is about bots: `message` says what to do instead.
 */
export async function requireBotAccount(self: () => Promise<User>, message: string): Promise<void> {
  if ((await self()).isBot) return;
  throw new TelegramError(message, BotMethodInvalidError.code, BotMethodInvalidError.telegramCode);
}
