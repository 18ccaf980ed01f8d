import { STATUSES, useAccount } from '../data/account.ts';
import { AccountDocument, type AccountStatus } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { Page } from '../parts/page.tsx';
import { Person } from '../parts/person.tsx';
import { Refused } from '../parts/refusal.tsx';
import { Loading } from '../parts/states.tsx';
import { Status } from '../parts/status.tsx';
import { Moment } from '../parts/time.tsx';
import classes from './account.module.css';

const TO_DO: Record<AccountStatus, string> = {
  READY: 'Nothing: the account reads and writes.',
  CONNECTING: 'Wait: the gateway dials again by itself. If it lasts, look at the network of its machine.',
  LIMITED: 'Wait until Telegram lifts the limit; @SpamBot tells the account about it. Reading works meanwhile.',
  FROZEN: 'Appeal from the account in a Telegram app. Reading works meanwhile.',
  NEEDS_LOGIN: 'Sign in again on the machine of the gateway: npm run login.',
  BANNED: 'Ask Telegram to lift the ban, or sign in with another account: npm run login.',
  DEACTIVATED: 'The account is gone. Sign in with another one: npm run login.',
};

/** Whom the gateway acts as, whether it can, since when, why not, and what to do. */
export default function AccountScreen() {
  const { account, isLoading, refusal, again } = useAccount();
  const user = account?.user;
  const state = account?.state;
  return (
    <Page
      title="Account"
      actions={<AsGraphql action="Read the account" operation={() => ({ document: AccountDocument, variables: {} })} />}
    >
      {isLoading && <Loading rows={2} />}
      {refusal && <Refused refusal={refusal} again={again} isRead />}
      <dl className={classes.facts}>
        {user && (
          <>
            <dt>Acts as</dt>
            <dd>
              <Person user={user} />
            </dd>
            <dt>Id</dt>
            <dd>{user.peer}</dd>
          </>
        )}
        {state && (
          <>
            <dt>State</dt>
            <dd>
              <Status {...STATUSES[state.status]} />
            </dd>
            <dt>Since</dt>
            <dd>
              <Moment at={state.since} />
            </dd>
            {(state.message || state.reason) && (
              <>
                <dt>Why</dt>
                <dd>
                  {state.message} {state.reason && <code>{state.reason}</code>}
                </dd>
              </>
            )}
            <dt>What to do</dt>
            <dd>{TO_DO[state.status]}</dd>
          </>
        )}
      </dl>
    </Page>
  );
}
