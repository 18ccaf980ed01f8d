import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { operationOf, useAct } from '../data/act.ts';
import { usePages } from '../data/pages.ts';
import { DecideDocument, type RequestRowFragment, WhoWaitsDocument } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { nameOf, Person } from '../parts/person.tsx';
import { Refused } from '../parts/refusal.tsx';
import { ListState, State } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Time } from '../parts/time.tsx';
import classes from './link.module.css';

/** Who asks to join by a link, with what to do about each. */
export function WhoWaits({ peer, link }: { peer: string; link: string }) {
  const variables = { peer, link };
  const pages = usePages(WhoWaitsDocument, variables, (data) => data.chat?.exportedInvite?.pendingRequests);
  const columns = useMemo(
    (): Column<RequestRowFragment>[] => [
      { name: 'Person', width: 'minmax(0, 2fr)', stacked: 'lead', cell: ({ user }) => <Person user={user} /> },
      { name: 'Bio', width: 'minmax(0, 2fr)', cell: ({ about }) => about && <bdi>{about}</bdi> },
      { name: 'Asked', width: '8.5rem', cell: ({ date }) => <Time at={date} /> },
      { name: 'Decide', width: '15rem', isNameHidden: true, cell: (row) => <Decide peer={peer} request={row} /> },
    ],
    [peer],
  );
  return (
    <section className={classes.list} aria-labelledby="who-waits">
      <h2 id="who-waits">
        Who waits{pages.totalCount !== null && ` (${pages.totalCount})`}{' '}
        <AsGraphql action="Read who waits" operation={() => ({ document: WhoWaitsDocument, variables })} />
      </h2>
      <ListState pages={pages} empty={<State title="Nobody waits by this link" />}>
        {(rows) => <Table label="Who waits" columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </ListState>
    </section>
  );
}

function Decide({ peer, request: { user } }: { peer: string; request: RequestRowFragment }) {
  const act = useAct(DecideDocument);
  const [approved, setApproved] = useState(true);
  const inputOf = (approves: boolean) => ({ peer, user: user.peer, approved: approves });
  const decide = (approves: boolean) => {
    setApproved(approves);
    act.run(inputOf(approves));
  };
  return (
    <div>
      <div className={classes.buttons}>
        {[true, false].map((approves) => {
          const action = approves ? 'Approve' : 'Decline';
          return (
            <span key={action}>
              <Button
                size="compact-xs"
                variant={approves ? 'filled' : 'default'}
                aria-label={`${action} ${nameOf(user)}`}
                onClick={() => decide(approves)}
                loading={act.isRunning && approved === approves}
                disabled={act.isRunning}
              >
                {action}
              </Button>
              <AsGraphql
                action={`${action} ${nameOf(user)}`}
                operation={() => operationOf(DecideDocument, inputOf(approves))}
              />
            </span>
          );
        })}
      </div>
      {act.refusal && <Refused refusal={act.refusal} again={act.again} isRunning={act.isRunning} />}
    </div>
  );
}
