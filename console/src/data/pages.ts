import { useMemo, useState } from 'react';
import { type TypedDocumentNode, useQuery } from 'urql';
import { client } from './client.ts';
import { type Refusal, refusalIn } from './refusal.ts';

interface Connection<Node> {
  readonly totalCount?: number;
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list that is read page by page. */
export interface Pages<Node> {
  /** The rows of all pages that are loaded; the same array as long as nothing in it changes. */
  readonly rows: readonly Node[];
  /** Of the whole list; `null` until it is known. */
  readonly totalCount: number | null;
  /** Nothing is there yet to show. */
  readonly isLoading: boolean;
  /** Why the first page could not be read. */
  readonly refusal: Refusal | null;
  /** Reads the first page again. */
  again(): void;
  /** Reads the next page; `null` when there is none. */
  readonly more: (() => void) | null;
  readonly isLoadingMore: boolean;
  /** Why the next page could not be read. */
  readonly moreRefusal: Refusal | null;
}

/**
 * Reads a list. The query takes the cursor as `$after`, and asks for `pageInfo { hasNextPage endCursor }` and no cursors of
 * edges; the cache adds its pages together. `select` finds the list in the answer.
 */
export function usePages<Data, Variables extends { after?: string | null }, Node>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  select: (data: Data) => Connection<Node> | null | undefined,
  { pause = false } = {},
): Pages<Node> {
  const [{ data, error, fetching, stale }, execute] = useQuery({ query, variables, pause });
  const [isLoadingMore, setLoadingMore] = useState(false);
  const [moreRefusal, setMoreRefusal] = useState<Refusal | null>(null);
  const list = data && select(data);
  const rows = useMemo(() => list?.edges.map(({ node }) => node) ?? [], [list]);
  const after = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;

  async function loadMore() {
    setLoadingMore(true);
    const next = { ...variables, after };
    const result = await client.query(query, next, { requestPolicy: 'network-only' }).toPromise();
    setMoreRefusal(result.error ? refusalIn(result.error) : null);
    setLoadingMore(false);
  }

  return {
    rows,
    totalCount: list?.totalCount ?? null,
    isLoading: !list && !error && (fetching || stale || pause),
    refusal: error && !list ? refusalIn(error) : null,
    again: () => execute({ requestPolicy: 'network-only' }),
    more: after === null ? null : loadMore,
    isLoadingMore,
    moreRefusal,
  };
}
