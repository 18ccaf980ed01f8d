import { useEffect } from 'react';
import { createStore } from '../data/store.ts';

const EVERY_MS = 20_000;
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const now = createStore(Date.now());
setInterval(() => now.set(Date.now()), EVERY_MS);

/** The time in milliseconds, which moves on every 20 seconds. */
export const useNow = (): number => now.use();

/** What follows from the time; the component is drawn again only when that changes. */
export const useAtNow = <Value,>(of: (now: number) => Value): Value => now.usePart(of);

// Thousands of moments may come at once; the first of them makes the time fresh for all.
const freshen = () => Date.now() - now.get() > 2_000 && now.set(Date.now());

export const exactTime = (at: string): string => exact.format(new Date(at));

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? [];
  return unit && length
    ? relative.format(Math.trunc(seconds / length), unit)
    : seconds > 0
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
