/** The most further accounts that a sandbox makes. */
export const MOST_ACCOUNTS = 1000;

/** What `--accounts` says. Throws an Error with a sentence for people. */
export function readAccountAmount(text: string): number {
  const amount = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(amount <= MOST_ACCOUNTS)) throw new Error(`--accounts must be a whole number from 0 to ${MOST_ACCOUNTS}`);
  return amount;
}
