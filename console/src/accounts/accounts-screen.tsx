import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { mayAct, STATUSES, useAccounts } from '../data/accounts.ts';
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
import { RemoveDialog, RenameDialog, Resume } from './manage.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';

const TO_DO: Record<AccountStatus, string> = {
  READY: 'Nothing to do.',
  CONNECTING: 'Wait: the gateway dials again by itself. If it lasts, look at the network of its machine.',
  LIMITED:
    'Wait until Telegram lifts the limit, of which @SpamBot tells the account; then resume. Reading works meanwhile.',
  FROZEN: 'Appeal from the account in a Telegram app; once it is lifted, resume. Reading works meanwhile.',
  NEEDS_LOGIN: 'Sign in again. If the account comes from TELEGRAM_SESSION, put a new session there: npm run login.',
  MISCONFIGURED: 'Change that, then resume, or sign in again.',
  BANNED: 'Ask Telegram to lift the ban, then resume; or remove the account.',
  DEACTIVATED: 'The account is gone: remove it.',
};

/** Those that may come in anew under the name that they have. */
const mayRenew = ({ state: { status } }: AccountRowFragment) => status === 'NEEDS_LOGIN' || status === 'MISCONFIGURED';

/** The dialog that is open, and about which account; a new one has no name so far. */
interface Opened {
  readonly what: 'sign-in' | 'rename' | 'remove' | null;
  readonly name: string;
}

/** Whom the gateway acts as, whether each can, since when, why not, and what to do. */
export default function AccountsScreen() {
  const { accounts, main, isLoading, refusal, again } = useAccounts();
  const [opened, setOpened] = useState<Opened>({ what: null, name: '' });
  const columns = useMemo(() => columnsOf(main?.name, setOpened), [main?.name]);
  const signIn = <Button onClick={() => setOpened({ what: 'sign-in', name: '' })}>Sign in an account</Button>;
  const dialog = (what: Opened['what']) => ({
    opened: opened.what === what,
    name: opened.name,
    // The name stays while the dialog fades.
    close: () => setOpened({ ...opened, what: null }),
  });
  return (
    <Page
      title="Accounts"
      actions={
        <>
          <AsGraphql action="Read accounts" operation={() => ({ document: AccountsDocument, variables: {} })} />
          {accounts.length > 0 && signIn}
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
      <RenameDialog {...dialog('rename')} />
      <RemoveDialog {...dialog('remove')} />
      <SignInDialog {...dialog('sign-in')} />
    </Page>
  );
}

const KINDS = { USER: 'user', BOT: 'bot' };

function columnsOf(main: string | undefined, open: (opened: Opened) => void): Column<AccountRowFragment>[] {
  return [
    {
      name: 'Account',
      width: 'minmax(0, 2fr)',
      cell: ({ name, kind, user }) => (
        <span>
          <span className={classes.line}>
            <b>{name}</b>
            <span className={classes.dim}>
              {[kind && KINDS[kind], name === main && 'default'].filter(Boolean).join(', ')}
            </span>
          </span>
          {user && <Person user={user} />}
        </span>
      ),
    },
    {
      name: 'State',
      width: '8rem',
      cell: ({ state: { status, since } }) => (
        <span>
          <Status {...STATUSES[status]} />
          <span className={classes.line}>
            <Time key={since} at={since} />
          </span>
        </span>
      ),
    },
    { name: 'What to do', width: 'minmax(0, 3fr)', cell: (row) => <Advice account={row} /> },
    {
      name: 'Actions',
      width: '11rem',
      isNameHidden: true,
      cell: (row) => (
        <span className={classes.do}>
          {mayRenew(row) && <Action what="sign-in" label="Sign in again" name={row.name} open={open} />}
          {!mayAct(row) && <Resume name={row.name} />}
          <Action what="rename" label="Rename" name={row.name} open={open} />
          <Action what="remove" label="Remove" name={row.name} open={open} />
        </span>
      ),
    },
  ];
}

function Action({ label, open, ...opened }: Opened & { label: string; open: (opened: Opened) => void }) {
  return (
    <Button
      size="compact-xs"
      variant={opened.what === 'sign-in' ? 'filled' : 'default'}
      aria-label={`${label}: ${opened.name}`}
      onClick={() => open(opened)}
    >
      {label}
    </Button>
  );
}

function Advice({ account: { state } }: { account: AccountRowFragment }) {
  const { status, message, reason } = state;
  if (status === 'READY' && !message) return <span className={classes.dim}>{TO_DO.READY}</span>;
  return (
    <span>
      {message} {reason && <code>{reason}</code>} <span className={classes.line}>{TO_DO[status]}</span>
    </span>
  );
}
