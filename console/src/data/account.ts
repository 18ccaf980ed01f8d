import { useQuery } from 'urql';
import { AccountDocument, type AccountStatus } from '../gql/graphql.ts';
import { useWhileLookedAt } from './looked-at.ts';
import { type Refusal, refusalIn } from './refusal.ts';

const EVERY_MS = 10_000;

/** Each status in words, and how bad it is. */
export const STATUSES: Record<AccountStatus, { label: string; tone: 'good' | 'wait' | 'bad' }> = {
  READY: { label: 'Ready', tone: 'good' },
  CONNECTING: { label: 'Connecting', tone: 'wait' },
  LIMITED: { label: 'Limited', tone: 'bad' },
  FROZEN: { label: 'Frozen', tone: 'bad' },
  NEEDS_LOGIN: { label: 'Needs sign-in', tone: 'bad' },
  BANNED: { label: 'Banned', tone: 'bad' },
  DEACTIVATED: { label: 'Deleted', tone: 'bad' },
};

/** Whom the gateway acts as and whether it can, as last asked for; `null`: not known so far. */
export function useAccount() {
  const [{ data, error, fetching }, execute] = useQuery({ query: AccountDocument });
  const refusal: Refusal | null = error ? refusalIn(error) : null;
  const again = () => execute({ requestPolicy: 'network-only' });
  return { account: data?.account ?? null, isLoading: fetching && !data, refusal, again };
}

/** Asks every ten seconds while the page is looked at. It costs no call to Telegram. */
export function useFreshAccount() {
  const { again, ...rest } = useAccount();
  useWhileLookedAt(again, EVERY_MS);
  return { again, ...rest };
}
