import type { Price, ReadArgument } from '../base/price.ts';
import type { GatewayContext } from '../context.ts';
import { MOST_ROWS, type Page, ROWS_UNASKED, TELEGRAM_PAGE } from '../services/page/page.ts';
import { builder } from './builder.ts';
import type { Place } from './route.ts';
import { User } from './user/user.ts';

/** What every connection takes (https://relay.dev/graphql/connections.htm#sec-Forward-pagination-arguments). */
export const pageArguments = builder.args((t) => ({
  first: t.int({
    defaultValue: ROWS_UNASKED,
    description: `The number of rows, 1 to ${MOST_ROWS}. \`null\`: ${ROWS_UNASKED}.`,
  }),
  after: t.string({ description: 'The cursor of the last row that you have. Absent or `null`: from the newest.' }),
}));

/** The arguments as the services want them. */
export function pageRequest(args: {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}) {
  return { first: args.first ?? ROWS_UNASKED, after: args.after ?? null };
}

/** A page's price: a call for each hundred, and one more behind a full hundred; none for a `first` out of range. */
export function pageCost(argument: ReadArgument): Price & { readonly calls: number } {
  const rows = Number(argument('first') ?? ROWS_UNASKED);
  if (rows < 1 || rows > MOST_ROWS) return { calls: 0, rows: 0 };
  return { calls: Math.floor(rows / TELEGRAM_PAGE) + 1, rows };
}

/** A page as a connection. Its users need no call from then on. */
export function toConnection<Row>(page: Page<Row>, after: string | null, context: GatewayContext, place: Place) {
  User.remember(page.users, context, place);
  return {
    totalCount: page.totalCount,
    edges: page.rows,
    pageInfo: pageInfo(page, after),
  };
}

/** Where a page lies. `endCursor` is that of its last row, unless the page has one of its own. */
export function pageInfo(
  page: Pick<Page<unknown>, 'rows' | 'hasNextPage'> & { readonly endCursor?: string | null },
  after: string | null,
) {
  return {
    hasNextPage: page.hasNextPage,
    hasPreviousPage: after !== null,
    get startCursor() {
      return page.rows[0]?.cursor ?? null;
    },
    get endCursor() {
      return page.endCursor ?? page.rows.at(-1)?.cursor ?? null;
    },
  };
}
