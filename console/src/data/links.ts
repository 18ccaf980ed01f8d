import type { LinkRowFragment } from '../gql/graphql.ts';
import { counted } from './counted.ts';

/** The secret part of a link, for the address of its screen. */
export const hashOf = (link: string) => link.replace(/^.*\/\+?/, '');

/** What a link is called. */
export const titleOf = ({ title, permanent }: Pick<LinkRowFragment, 'title' | 'permanent'>): string =>
  title ?? (permanent ? 'Primary link' : 'Untitled link');

/** The screen of a link, below `/console`. */
export const linkPath = (peer: string, link: string) => `/links/${peer}/${encodeURIComponent(hashOf(link))}`;

/** What a link can still do. */
export type LinkStatus = 'active' | 'expired' | 'used up' | 'revoked';

/** `now` in milliseconds. */
export function statusOf(link: LinkRowFragment, now: number): LinkStatus {
  if (link.revoked) return 'revoked';
  if (link.expireDate && Date.parse(link.expireDate) <= now) return 'expired';
  return link.usageLimit !== null && link.usage >= link.usageLimit ? 'used up' : 'active';
}

/** How many are in the chat by the link, and how many may be. */
export const joinedBy = ({ usage, usageLimit }: LinkRowFragment) =>
  usageLimit === null ? counted(usage) : `${counted(usage)} of ${counted(usageLimit)}`;
