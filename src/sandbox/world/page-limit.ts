/** core.telegram.org/api/offsets: the rows where 0 is sent, and the most that are answered. */
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** How many rows a list about links answers to a `limit`. Assumed: below 0 is as 0. */
export function pageLimit(limit: number): number {
  return limit > 0 ? Math.min(limit, MAX_LIMIT) : DEFAULT_LIMIT;
}
