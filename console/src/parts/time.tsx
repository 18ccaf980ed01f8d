import { useEffect } from 'react';
import { createStore } from '../data/store.ts';

const EVERY_MS = 20_000;
/** What the gateway says has just been may be ahead of this browser's clock. */
const CLOCKS_DIFFER_S = 15;
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

const now = createStore(Date.now());
setInterval(() => now.set(Date.now()), EVERY_MS);

/** The time in milliseconds, which moves on every 20 seconds. */
export const useNow = (): number => now.use();

/** What follows from the time; the component is drawn again only when that changes. */
export const useAtNow = <Value,>(of: (now: number) => Value): Value => now.usePart(of);

// Thousands of moments may come at once; the first of them makes the time fresh for all.
const freshen = () => Date.now() - now.get() > 2_000 && now.set(Date.now());

/** By the clock of this browser, whose time zone it names: `27 Nov 2026, 05:18 CET`. */
const exactTime = (at: string): string => exact.format(new Date(at));

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? [];
  return unit && length
    ? relative.format(Math.trunc(seconds / length), unit)
    : seconds > CLOCKS_DIFFER_S
      ? 'in a moment'
      : 'just now';
}

/** A moment (RFC 3339) by how far it is away; what it is exactly shows on hovering. */
export function Time({ at }: { at: string }) {
  const words = useAtNow((present) => inWords(Date.parse(at) - present));
  useEffect(() => void freshen(), []);
  return (
    <time dateTime={at} title={exactTime(at)}>
      {words}
    </time>
  );
}

/** A moment where there is room for all of it. */
export function Moment({ at }: { at: string }) {
  return (
    <>
      {exactTime(at)} (<Time at={at} />)
    </>
  );
}
