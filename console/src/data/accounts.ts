import { useQuery } from 'urql';
import { type AccountRowFragment, type AccountStatus, AccountsDocument } from '../gql/graphql.ts';
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
  MISCONFIGURED: { label: 'Misconfigured', tone: 'bad' },
  BANNED: { label: 'Banned', tone: 'bad' },
  DEACTIVATED: { label: 'Deleted', tone: 'bad' },
};

export const mayAct = ({ state }: AccountRowFragment) => state.status === 'READY';

/** Whom the gateway acts as and who of them can, as last asked for. */
export function useAccounts() {
  const [{ data, error, fetching }, execute] = useQuery({ query: AccountsDocument });
  const accounts: readonly AccountRowFragment[] = data?.accounts ?? [];
  const refusal: Refusal | null = error ? refusalIn(error) : null;
  return {
    accounts,
    /** Who answers where nobody is named; `null`: there is none, or it is not known so far. */
    main: accounts.find(({ id }) => id === data?.account?.id) ?? null,
    isLoading: fetching && !data,
    refusal,
    again: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** Asks every ten seconds while the page is looked at. It costs no call to Telegram. */
export function useFreshAccounts() {
  const { again, ...rest } = useAccounts();
  useWhileLookedAt(again, EVERY_MS);
  return { again, ...rest };
}
