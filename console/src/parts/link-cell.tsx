import type { LinkRowFragment } from '../gql/graphql.ts';
import { CopyButton } from './copy.tsx';
import classes from './parts.module.css';

/** An invite link with a button that copies it. One that Telegram has cut short leads nowhere, so nobody copies it. */
export function LinkCell({ link: { link, linkIsPartial } }: { link: Pick<LinkRowFragment, 'link' | 'linkIsPartial'> }) {
  return (
    <span className={classes.link}>
      <code>{link.replace('https://', '')}</code>
      {!linkIsPartial && <CopyButton text={link} what="Link" />}
    </span>
  );
}
