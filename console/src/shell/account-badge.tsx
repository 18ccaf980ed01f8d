import { VisuallyHidden } from '@mantine/core';
import { Link } from 'wouter';
import { STATUSES, useFreshAccount } from '../data/account.ts';
import { boot } from '../data/boot.ts';
import { nameOf } from '../parts/person.tsx';
import { Status } from '../parts/status.tsx';
import classes from './layout.module.css';

/** Whom the gateway acts as and whether it can, on every screen. */
export function AccountBadge() {
  const { account } = useFreshAccount();
  const status = account && STATUSES[account.state.status];
  return (
    <Link href="/account" className={classes.account}>
      <VisuallyHidden>Acts as</VisuallyHidden>
      {account?.user && <bdi className={classes.who}>{nameOf(account.user)}</bdi>} {status && <Status {...status} />}
      <span className={classes.where}>{boot.sandbox ? 'Sandbox' : boot.telegram}</span>
    </Link>
  );
}
