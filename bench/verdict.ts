import { median, medianInterval } from './statistics.ts';

/** What rounds tell of the ratio of two trees. */
export interface Verdict {
  /** The median of the rounds' ratios, and the 95 % interval of it. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
  /** Enough rounds, and an interval narrower than the median ± 2 %. */
  readonly isSettled: boolean;
}

export const LEAST_ROUNDS = 9;
const NARROW = 0.02;

export function judge(ratios: readonly number[]): Verdict {
  const ratio = median(ratios);
  const { low, high } = medianInterval(ratios);
  const isNarrow = high - low < 2 * NARROW * ratio;
  return { ratio, low, high, rounds: ratios.length, isSettled: ratios.length >= LEAST_ROUNDS && isNarrow };
}

/** Whether this tree may cost so many percent more: only what the whole interval lies beyond is dearer. */
export function inWords({ low, isSettled }: Verdict, percent: number): string {
  if (!isSettled) return 'cannot tell';
  return low < 1 + percent / 100 ? `within ${percent} %` : `more than ${percent} % dearer`;
}
