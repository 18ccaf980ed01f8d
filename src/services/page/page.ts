import { type GatewayError, InvalidInputError } from '../errors/errors.ts';
import { parsed } from '../errors/refuse.ts';
import type { User } from '../models.ts';
import type { Cursors } from './cursor.ts';

/** A part of a list that can grow. */
export interface Page<Row> {
  /** As the edges of a connection. Cursors are sealed when they are read: a page of a hundred is mostly asked for without. */
  readonly rows: readonly { readonly node: Row; readonly cursor: string }[];
  /** How many there are in the whole list, as Telegram counts them. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  /** The people that Telegram told of in the same breath. */
  readonly users: readonly User[];
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

/** What is wrong with a `first` that is not from 1 to `MOST_ROWS`. */
export function brokenFirst(first: number): GatewayError[] {
  if (first >= 1 && first <= MOST_ROWS) return [];
  return [
    new InvalidInputError([{ path: ['first'], message: `first has to be from 1 to ${MOST_ROWS}; it is ${first}.` }]),
  ];
}

/** What is wrong with a request for a page, where the list's scope is known before any call. */
export function brokenPage(cursors: Cursors, { first, after }: PageRequest, scope: readonly string[]): GatewayError[] {
  const place = parsed(() => after !== null && cursors.open(after, scope, ['after']));
  return [...brokenFirst(first), ...place.broken];
}

/** A row's place, in the terms of a method's offsets. They go out together or not at all. */
type Place = readonly string[];

/** One answer of Telegram. */
interface Slice<Row> {
  /** Rows in the whole list. */
  readonly count: number;
  readonly rows: readonly { readonly row: Row; readonly place: Place }[];
  readonly users: readonly User[];
}

/** A list of Telegram's, newest first. */
interface List<Row> {
  /** Names the list, so that no other one takes its cursors. */
  readonly scope: readonly string[];
  /** One call: at most `limit` rows behind a place, `null` for the beginning. */
  ask(behind: Place | null, limit: number): Promise<Slice<Row>>;
}

/**
 * A page of a list, with one call for each hundred rows. Throws `InvalidInputError` for a cursor that is not of this list.
 *
 * Whether there is a next page is seen from one row more than wanted, where Telegram's hundred has room for it. Behind a
 * full hundred, the rows tell that are left of those that the list had when the walk began: new ones come in at the head
 * and are never ahead. Where none of them is left, a list may still have got rows in its midst (a link revoked just now),
 * so one row is asked for. Were all that is left deleted during the walk, the next page is empty.
 */
export async function readPage<Row>(
  cursors: Cursors,
  { first, after }: PageRequest,
  { scope, ask }: List<Row>,
): Promise<Page<Row>> {
  const begin = after === null ? null : openCursor(cursors, after, scope);
  let place = begin?.place ?? null;
  let left = begin?.left ?? null;
  const rows: PlacedRow<Row>[] = [];
  const users: User[] = [];
  for (;;) {
    const wanted = first - rows.length;
    const limit = Math.min(wanted + 1, TELEGRAM_PAGE);
    const slice = await ask(place, limit);
    users.push(...slice.users);
    left ??= slice.count;
    for (const { row, place: reached } of slice.rows.slice(0, wanted)) {
      place = reached;
      left -= 1;
      const behind = [String(left), ...reached];
      rows.push(new PlacedRow(row, () => cursors.seal(scope, behind)));
    }
    const ended = slice.rows.length < limit;
    if (!ended && rows.length < first) continue;
    const inOneCall = begin === null && rows.length === slice.rows.length;
    const isMore =
      slice.rows.length > wanted || (!ended && (left > 0 || (!inOneCall && (await ask(place, 1)).rows.length > 0)));
    return { rows, users, totalCount: slice.count, hasNextPage: isMore };
  }
}

/** A class, as a page has a hundred: V8 gives a shape of its own to an object that brings its own getter. */
export class PlacedRow<Row> {
  readonly node: Row;
  readonly #seal: () => string;

  constructor(node: Row, seal: () => string) {
    this.node = node;
    this.#seal = seal;
  }

  get cursor(): string {
    return this.#seal();
  }
}

function openCursor(cursors: Cursors, cursor: string, scope: readonly string[]): { left: number; place: Place } {
  const [left = '0', ...place] = cursors.open(cursor, scope, ['after']);
  return { left: Number(left), place };
}
