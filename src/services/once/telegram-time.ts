import { pause } from '../../base/call-scope.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import { Api } from '../../telegram/tl.ts';

/** Between which of Telegram's Unix seconds a moment lies, both included. */
export interface Span {
  readonly earliest: number;
  readonly latest: number;
}

/** Telegram's Unix second in which the last of the sendings left at the earliest. */
export function lastSent(sendings: readonly Span[]): number {
  return Math.max(...sendings.map(({ earliest }) => earliest));
}

/**
 * When a request was sent: a mark of this process's monotonic clock, or, for a sending of an earlier process, the span of
 * Telegram's time that was written down. The machine's wall clock is in neither, because people and NTP set it.
 */
export type Sending = number | Span;

/** Telegram's clock, read once: it dates links, requests to join and members. */
export interface TelegramClock {
  readonly now: Span;
  spanOf(sending: Sending): Span;
}

export interface TelegramTime {
  /** The present, as a mark. Asks nobody. */
  mark(): number;
  /** Reads Telegram's clock, which costs a call (updates.getState). */
  read(): Promise<TelegramClock>;
  /** The clock as it was read within the last ten minutes; reads it where it was not. */
  known(): Promise<TelegramClock>;
  /**
   * Waits until Telegram's clock has left every second in which an earlier process may have lived, a second at the most as a
   * rule. `since` is a mark of when the last of them was certainly dead. No sending of this process is dated into those seconds
   * from then on: a link that Telegram dates into one of them is not of this process.
   */
  leaveBehind(since: number): Promise<void>;
}

/** The monotonic clocks of two machines drift apart by less than a tenth of a second in that time. */
const GOOD_FOR_MS = 10 * 60_000;

/** `monotonic` answers milliseconds since any moment, as `performance.now` does. */
export function createTelegramTime(telegram: TelegramPort, monotonic: () => number): TelegramTime {
  let known: { readonly clock: (now: number) => TelegramClock; readonly readAt: number } | null = null;
  /** The first second of Telegram's that is this process's alone. */
  let first = Number.NEGATIVE_INFINITY;

  async function read(): Promise<TelegramClock> {
    const asked = monotonic();
    const { date } = await telegram.invoke(new Api.updates.GetState());
    const answered = monotonic();
    // Telegram tells whole seconds, of some moment between question and answer.
    const spanOf = (sending: Sending): Span =>
      typeof sending === 'number'
        ? {
            earliest: Math.max(first, Math.floor(date - (answered - sending) / 1000)),
            latest: Math.floor(date + 1 - (asked - sending) / 1000),
          }
        : sending;
    known = { readAt: answered, clock: (now) => ({ now: spanOf(now), spanOf }) };
    return known.clock(answered);
  }

  return {
    mark: monotonic,
    read,
    async known() {
      const now = monotonic();
      return known && now - known.readAt < GOOD_FOR_MS ? known.clock(now) : read();
    },
    async leaveBehind(since) {
      for (;;) {
        const { now, spanOf } = await read();
        const own = spanOf(since).latest + 1;
        if (now.earliest >= own) {
          first = own;
          return;
        }
        await pause((own - now.earliest) * 1000);
      }
    },
  };
}
