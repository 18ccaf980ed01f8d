import { STATUSES, useAccount, useAccountState } from '../data/account.ts';
import { Page } from '../parts/page.tsx';
import { Person } from '../parts/person.tsx';
import { Refused } from '../parts/refusal.tsx';
import { Loading } from '../parts/states.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';

/** Whom the gateway acts as, and whether it can. */
export default function AccountScreen() {
  const { account, isLoading, refusal, again } = useAccount();
  const { state } = useAccountState();
  return (
    <Page title="Account">
      {isLoading && <Loading rows={2} />}
      {refusal && <Refused refusal={refusal} again={again} isRead />}
      {account && (
        <p>
          <Person user={account} />
        </p>
      )}
      {state && (
        <p>
          <Status {...STATUSES[state.status]} /> since <Time at={state.since} />
        </p>
      )}
      {state?.message && <p>{state.message}</p>}
    </Page>
  );
}
