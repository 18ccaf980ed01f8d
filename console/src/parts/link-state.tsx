import { type LinkStatus, statusOf } from '../data/links.ts';
import type { LinkRowFragment } from '../gql/graphql.ts';
import { Status } from './status.tsx';
import { useAtNow } from './time.tsx';

const TONES: Record<LinkStatus, { label: string; tone: 'good' | 'wait' | 'bad' | 'none' }> = {
  active: { label: 'Active', tone: 'good' },
  expired: { label: 'Expired', tone: 'none' },
  'used up': { label: 'Used up', tone: 'wait' },
  revoked: { label: 'Revoked', tone: 'bad' },
};

/** What a link can still do, as it is now. */
export function LinkState({ link }: { link: LinkRowFragment }) {
  return <Status {...TONES[useAtNow((now) => statusOf(link, now))]} />;
}
