import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Pages } from '../data/pages.ts';
import classes from './parts.module.css';
import { Refused } from './refusal.tsx';

/** A place where rows will be. */
export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      {Array.from({ length: rows }, (_, each) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all are alike
        <Skeleton key={each} height={12} my={20} width={`${92 - ((each * 17) % 30)}%`} />
      ))}
    </div>
  );
}

/** Why there is nothing to see, and what to do about it. */
export function State({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={classes.state}>
      <p>
        <b>{title}</b>
      </p>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}

/** Of every screen about chats. */
export const NoChats = () => (
  <State
    title="No chats"
    text="The account may make links in no chat. Make it an admin of one, with the right to invite users."
  />
);

interface ListStateProps<Node> {
  pages: Pages<Node>;
  /** What stands where there are no rows. */
  empty: ReactNode;
  children: (rows: readonly Node[]) => ReactNode;
}

/** A list with all that it can be: being read, refused, empty, there, and with more to read. */
export function ListState<Node>({ pages, empty, children }: ListStateProps<Node>) {
  if (pages.isLoading) return <Loading />;
  if (pages.refusal) return <Refused refusal={pages.refusal} again={pages.again} isRead />;
  return (
    <>
      {pages.rows.length === 0 && !pages.more ? empty : children(pages.rows)}
      {pages.moreRefusal && <Refused refusal={pages.moreRefusal} again={pages.more ?? undefined} isRead />}
      {pages.more && !pages.moreRefusal && (
        <Button variant="default" mt="sm" onClick={pages.more} loading={pages.isLoadingMore}>
          Show more
        </Button>
      )}
    </>
  );
}
