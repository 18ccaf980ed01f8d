import { createStore } from '../data/store.ts';
import type { LinkRowFragment } from '../gql/graphql.ts';
import { RowCheck } from '../parts/row-check.tsx';

/** The ids of the links that are selected. A box is drawn again only when its own link is selected or not, whatever the number of rows. */
export const chosen = createStore<ReadonlySet<string>>(new Set());

/** The ids of those that may be selected among the rows that are shown. */
export const offered = createStore<readonly string[]>([]);

export function setChosen(ids: readonly string[], isChosen: boolean): void {
  const next = new Set(chosen.get());
  for (const id of ids) isChosen ? next.add(id) : next.delete(id);
  chosen.set(next);
}

/** A primary link is replaced when it is revoked, which asks for the chat's title; a cut one cannot be named. */
export const mayChoose = ({ revoked, permanent, linkIsPartial }: LinkRowFragment) =>
  !revoked && !permanent && !linkIsPartial;

export function ChooseLink({ link }: { link: LinkRowFragment }) {
  const isChosen = chosen.usePart((ids) => ids.has(link.id));
  if (!mayChoose(link)) return null;
  return (
    <RowCheck
      aria-label={`Select ${link.title ?? link.link}`}
      checked={isChosen}
      onChange={({ currentTarget }) => setChosen([link.id], currentTarget.checked)}
    />
  );
}

/** In the head of the table, for the rows that are shown. */
export function ChooseAll() {
  const ids = offered.use();
  const count = chosen.usePart((all) => ids.filter((id) => all.has(id)).length);
  return (
    <RowCheck
      aria-label="Select all that are shown"
      checked={count > 0 && count === ids.length}
      indeterminate={count > 0 && count < ids.length}
      disabled={ids.length === 0}
      onChange={({ currentTarget }) => setChosen(ids, currentTarget.checked)}
    />
  );
}
