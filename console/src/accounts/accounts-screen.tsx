import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { STATUSES, useAccounts } from '../data/accounts.ts';
import { type AccountRowFragment, type AccountStatus, AccountsDocument } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { Page } from '../parts/page.tsx';
import { Person } from '../parts/person.tsx';
import { Refused } from '../parts/refusal.tsx';
import { Loading, State } from '../parts/states.tsx';
import { Status } from '../parts/status.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Time } from '../parts/time.tsx';
import classes from './accounts.module.css';
import { SignInDialog } from './sign-in-dialog.tsx';

const TO_DO: Record<AccountStatus, string> = {
  READY: 'Nothing to do.',
  CONNECTING: 'Wait: the gateway dials again by itself. If it lasts, look at the network of its machine.',
  LIMITED: 'Wait until Telegram lifts the limit; @SpamBot tells the account about it. Reading works meanwhile.',
  FROZEN: 'Appeal from the account in a Telegram app. Reading works meanwhile.',
  NEEDS_LOGIN: 'Sign in again.',
  BANNED: 'Ask Telegram to lift the ban, or remove the account.',
  DEACTIVATED: 'The account is gone: remove it.',
};

/** Whom the gateway acts as, whether each can, since when, why not, and what to do. */
export default function AccountsScreen() {
  const { accounts, main, isLoading, refusal, again } = useAccounts();
  const [isSigningIn, setSigningIn] = useState(false);
  const columns = useMemo(() => columnsOf(main?.name), [main?.name]);
  const signIn = <Button onClick={() => setSigningIn(true)}>Sign in an account</Button>;
  return (
    <Page
      title="Accounts"
      actions={
        <>
          <AsGraphql action="Read accounts" operation={() => ({ document: AccountsDocument, variables: {} })} />
          {signIn}
        </>
      }
    >
      {isLoading && <Loading rows={2} />}
      {refusal && <Refused refusal={refusal} again={again} isRead />}
      {accounts.length > 0 && <Table label="Accounts" columns={columns} rows={accounts} keyOf={({ id }) => id} />}
      {accounts.length === 0 && !isLoading && !refusal && (
        <State title="No account: sign in" text="The gateway acts as nobody so far.">
          {signIn}
        </State>
      )}
      <SignInDialog opened={isSigningIn} close={() => setSigningIn(false)} />
    </Page>
  );
}

const KINDS = { USER: 'User', BOT: 'Bot' };

function columnsOf(main: string | undefined): Column<AccountRowFragment>[] {
  return [
    {
      name: 'Name',
      width: 'minmax(0, 2fr)',
      cell: ({ name }) => (
        <span className={classes.name}>
          <b>{name}</b> {name === main && <span className={classes.dim}>default</span>}
        </span>
      ),
    },
    { name: 'Kind', width: '4rem', cell: ({ kind }) => (kind ? KINDS[kind] : '–') },
    { name: 'Acts as', width: 'minmax(0, 2fr)', cell: ({ user }) => (user ? <Person user={user} /> : '–') },
    { name: 'State', width: '8rem', cell: ({ state }) => <Status {...STATUSES[state.status]} /> },
    { name: 'Since', width: '7.5rem', cell: ({ state }) => <Time at={state.since} /> },
    { name: 'What to do', width: 'minmax(0, 4fr)', cell: (row) => <Advice account={row} /> },
  ];
}

function Advice({ account: { state } }: { account: AccountRowFragment }) {
  const { status, message, reason } = state;
  if (status === 'READY' && !message) return <span className={classes.dim}>{TO_DO.READY}</span>;
  return (
    <span>
      {message} {reason && <code>{reason}</code>} {TO_DO[status]}
    </span>
  );
}
