import { useEffect, useState } from 'react';

/** The whole seconds until a moment of this browser's clock (or of `now`), in milliseconds; 0 once it has come, or for `null`. */
export function useSecondsUntil(at: number | null, now: () => number = Date.now): number {
  const secondsLeft = () => (at === null ? 0 : Math.max(0, Math.ceil((at - now()) / 1000)));
  const [, setRound] = useState(0);
  const left = secondsLeft();
  useEffect(() => {
    if (at === null || at <= now()) return;
    const timer = setInterval(() => {
      setRound((round) => round + 1);
      if (at <= now()) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [at, now]);
  return left;
}

/** `1:05 h`, `2:30 min`, `12 s`. */
export function asDuration(seconds: number): string {
  const two = (number: number) => `${number}`.padStart(2, '0');
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))} h`;
  return seconds >= 60 ? `${Math.floor(seconds / 60)}:${two(seconds % 60)} min` : `${seconds} s`;
}
