import { InvalidInputError } from './errors.ts';

/** A part of a list that can grow. */
export interface Page<Row> {
  readonly rows: readonly { readonly row: Row; readonly cursor: string }[];
  /** How many there are in the whole list, as Telegram counts them. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
}

/** Which part of a list is wanted. */
export interface PageRequest {
  readonly first: number;
  /** A cursor of the row before; `null` for the beginning. */
  readonly after: string | null;
}

/** Rows that one Telegram call gives at the most (https://core.telegram.org/api/offsets). */
export const TELEGRAM_PAGE = 100;
/** Rows when nobody says how many. */
export const ROWS_UNASKED = 20;
/** Rows that one request may ask for; more than `TELEGRAM_PAGE` take a call for each hundred. */
export const MOST_ROWS = 1_000;

/** Throws `InvalidInputError` at `path` when `first` is not from 1 to `MOST_ROWS`. */
export function checkFirst(first: number, path: readonly string[]): void {
  if (first >= 1 && first <= MOST_ROWS) return;
  throw new InvalidInputError([{ path, message: `first has to be from 1 to ${MOST_ROWS}; it is ${first}.` }]);
}
