import { VisuallyHidden } from '@mantine/core';
import { Link } from 'wouter';
import { STATUSES, useAccount, useFreshAccountState } from '../data/account.ts';
import { boot } from '../data/boot.ts';
import { nameOf } from '../parts/person.tsx';
import { Status } from '../parts/status.tsx';
import classes from './layout.module.css';

/** Whom the gateway acts as and whether it can, on every screen. */
export function AccountBadge() {
  const { account } = useAccount();
  const { state } = useFreshAccountState();
  const status = state && STATUSES[state.status];
  return (
    <Link href="/account" className={classes.account}>
      <VisuallyHidden>Acts as</VisuallyHidden>
      {account && <bdi className={classes.who}>{nameOf(account)}</bdi>} {status && <Status {...status} />}
      <span className={classes.where}>{boot.sandbox ? 'Sandbox' : boot.telegram}</span>
    </Link>
  );
}
