import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { type LinkStatus, statusOf } from '../data/links.ts';
import type { LinkRowFragment } from '../gql/graphql.ts';

/** How people come in by a link; a primary link is a kind of its own. */
export type Kind = 'primary' | 'approval' | 'paid' | 'plain';

/** Which links the screen shows. All of it is in the address, so that it can be kept and passed on. */
export interface Filters {
  /** A part of the title or the link. */
  readonly q: string;
  /** Telegram has one list of the revoked links and one of the others: `null` is all of the others. */
  readonly status: LinkStatus | null;
  /** Of which account. `null`: the gateway chooses it. */
  readonly account: string | null;
  /** `null`: the account's own. */
  readonly admin: string | null;
  readonly kind: Kind | null;
}

export const STATUS_CHOICES: readonly { value: LinkStatus; label: string }[] = [
  { value: 'active', label: 'Active' },
  { value: 'expired', label: 'Expired' },
  { value: 'used up', label: 'Used up' },
  { value: 'revoked', label: 'Revoked' },
];
export const KIND_CHOICES: readonly { value: Kind; label: string }[] = [
  { value: 'primary', label: 'Primary' },
  { value: 'approval', label: 'With approval' },
  { value: 'paid', label: 'Paid' },
  { value: 'plain', label: 'Open to all' },
];

/** The filters of the address, and how to change them. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo((): Filters => {
    const oneOf = <Value extends string>(name: string, choices: readonly { value: Value }[]) =>
      choices.find(({ value }) => value === search.get(name))?.value ?? null;
    return {
      q: search.get('q') ?? '',
      status: oneOf('status', STATUS_CHOICES),
      account: search.get('account'),
      admin: search.get('admin'),
      kind: oneOf('kind', KIND_CHOICES),
    };
  }, [search]);
  const change = (name: keyof Filters, value: string | null) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  const clear = () => setSearch(new URLSearchParams(), { replace: true });
  return { filters, change, clear };
}

function kindOf(link: LinkRowFragment): Kind {
  if (link.permanent) return 'primary';
  if (link.subscriptionPricing) return 'paid';
  return link.requestNeeded ? 'approval' : 'plain';
}

/** Whether a link is among those that are asked for; whose it is was asked of Telegram. `now` in milliseconds. */
export function isAsked(link: LinkRowFragment, { q, status, kind }: Filters, now: number): boolean {
  const words = q.trim().toLowerCase();
  return (
    (status === null || statusOf(link, now) === status) &&
    (kind === null || kindOf(link) === kind) &&
    (words === '' || `${link.title ?? ''}\n${link.link}`.toLowerCase().includes(words))
  );
}
