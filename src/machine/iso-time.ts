let second = Number.NaN;
let begins = '';

/**
 * What a Date of so many milliseconds answers to `toISOString`; throws RangeError for NaN, as it does. V8 writes a date slowly,
 * and within a second all begin alike: the line and the dates of one request are mostly of the same.
 */
export function isoTime(milliseconds: number): string {
  const wanted = Math.floor(milliseconds / 1000);
  if (wanted !== second) {
    begins = new Date(wanted * 1000).toISOString().slice(0, -'000Z'.length);
    second = wanted;
  }
  return `${begins}${String(milliseconds - wanted * 1000).padStart(3, '0')}Z`;
}
