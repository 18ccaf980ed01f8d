import { VisuallyHidden } from '@mantine/core';
import { Link } from 'wouter';
import { mayAct, STATUSES, useFreshAccounts } from '../data/accounts.ts';
import { boot } from '../data/boot.ts';
import { nameOf } from '../parts/person.tsx';
import { Status } from '../parts/status.tsx';
import classes from './layout.module.css';

/** Whom the gateway acts as where nobody is named, whether it can, and how many can; on every screen. */
export function AccountBadge() {
  const { accounts, main, isLoading, refusal } = useFreshAccounts();
  return (
    <Link href="/accounts" className={classes.account}>
      <VisuallyHidden>Acts as</VisuallyHidden>
      {main && <bdi className={classes.who}>{main.user ? nameOf(main.user) : main.name}</bdi>}{' '}
      {main && <Status {...STATUSES[main.state.status]} />}
      {accounts.length > 1 && (
        <span className={classes.able}>
          {accounts.filter(mayAct).length} of {accounts.length} can act
        </span>
      )}
      {accounts.length === 0 && !isLoading && !refusal && <Status label="No account" tone="bad" />}
      <span className={classes.where}>{boot.sandbox ? 'Sandbox' : boot.telegram}</span>
    </Link>
  );
}
