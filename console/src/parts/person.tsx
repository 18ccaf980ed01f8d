import type { PersonFragment } from '../gql/graphql.ts';
import classes from './parts.module.css';

export const nameOf = ({ firstName, lastName, peer }: PersonFragment): string =>
  [firstName, lastName].filter(Boolean).join(' ') || `Deleted account ${peer}`;

/** A person or a bot by name, with the username where there is one. */
export function Person({ user }: { user: PersonFragment }) {
  return (
    <span className={classes.person}>
      <bdi>{nameOf(user)}</bdi>
      {user.username && <span className={classes.dim}>@{user.username}</span>}
      {user.isBot && <span className={classes.dim}>bot</span>}
    </span>
  );
}
