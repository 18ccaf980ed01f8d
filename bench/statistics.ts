/** The middle one, or between the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** `share` from 0 to 1; between two values, in proportion. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Where the median lies that the values were drawn around, in 95 of 100 cases at least, whatever their distribution: between
 * two of the values, as many from either end as a coin shows heads so seldom. Without ends below six values.
 */
export function medianInterval(values: readonly number[]): { readonly low: number; readonly high: number } {
  const sorted = values.toSorted((left, right) => left - right);
  const count = sorted.length;
  let left = 0;
  let outside = 0;
  /** Of all rows of so many throws, those with `left` heads. */
  let share = 2 ** -count;
  for (;;) {
    outside += 2 * share;
    if (outside > 0.05) break;
    left += 1;
    share *= (count - left + 1) / left;
  }
  return { low: sorted[left - 1] ?? Number.NEGATIVE_INFINITY, high: sorted[count - left] ?? Number.POSITIVE_INFINITY };
}
