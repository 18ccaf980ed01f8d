import type { TelegramPort } from '../telegram/port.ts';
import { Api } from '../telegram/tl.ts';

/** Between which of Telegram's Unix seconds a moment lies, both included. */
interface ServerSeconds {
  readonly earliest: number;
  readonly latest: number;
}

/**
 * A moment of this machine's clock by Telegram's, which dates links and requests. It asks for Telegram's time, which is told
 * in whole seconds and is that of some moment between question and answer.
 */
export async function toServerSeconds(telegram: TelegramPort, clock: () => Date, moment: Date): Promise<ServerSeconds> {
  const secondsSince = () => (clock().getTime() - moment.getTime()) / 1000;
  const asked = secondsSince();
  const { date } = await telegram.invoke(new Api.updates.GetState());
  return { earliest: Math.floor(date - secondsSince()), latest: Math.floor(date + 1 - asked) };
}
