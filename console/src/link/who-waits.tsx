import { counted } from '../data/counted.ts';
import { useUndecided } from '../data/decisions.ts';
import { usePages } from '../data/pages.ts';
import { WhoWaitsDocument } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { Inbox } from '../parts/inbox.tsx';
import { ListState, State } from '../parts/states.tsx';
import { Told, Tray, useRefusals } from '../parts/tray.tsx';
import classes from './link.module.css';

/** Who asks to join by a link, with what to do about each. */
export function WhoWaits({ peer, link }: { peer: string; link: string }) {
  const variables = { peer, link };
  const pages = usePages(WhoWaitsDocument, variables, (data) => data.chat?.exportedInvite?.pendingRequests);
  const rows = useUndecided(pages.rows);
  useRefusals(pages.again);
  return (
    <section className={classes.list} aria-labelledby="who-waits">
      <h2 id="who-waits">
        Who waits{pages.totalCount !== null && ` (${counted(pages.totalCount)})`}{' '}
        <AsGraphql action="Read who waits" operation={() => ({ document: WhoWaitsDocument, variables })} />
      </h2>
      <Told />
      <ListState pages={pages} empty={<State title="Nobody waits by this link" />}>
        {() => (rows.length > 0 ? <Inbox peer={peer} rows={rows} /> : <State title="Nobody else waits by this link" />)}
      </ListState>
      <Tray />
    </section>
  );
}
