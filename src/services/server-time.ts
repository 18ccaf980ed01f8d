import type { TelegramPort } from '../telegram/port.ts';
import { Api } from '../telegram/tl.ts';

/**
 * A moment of this machine's clock in Unix seconds of Telegram's, by which links are dated. It asks for Telegram's time, which
 * is told in whole seconds, so the answer is right or a second too early.
 */
export async function toServerSeconds(telegram: TelegramPort, clock: () => Date, moment: Date): Promise<number> {
  const { date } = await telegram.invoke(new Api.updates.GetState());
  const sinceThen = (clock().getTime() - moment.getTime()) / 1000;
  return Math.floor(date - sinceThen);
}
