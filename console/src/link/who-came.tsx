import { counted } from '../data/counted.ts';
import { usePages } from '../data/pages.ts';
import { WhoCameDocument, type WhoCameQuery } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { Person } from '../parts/person.tsx';
import { ListState, State } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Time } from '../parts/time.tsx';
import classes from './link.module.css';

type Invite = NonNullable<NonNullable<WhoCameQuery['chat']>['exportedInvite']>;
type Came = NonNullable<Invite['importers']>['edges'][number]['node'];

const COLUMNS: readonly Column<Came>[] = [
  { name: 'Person', width: 'minmax(0, 2fr)', stacked: 'lead', cell: ({ user }) => <Person user={user} /> },
  { name: 'Joined', width: '8.5rem', cell: ({ date }) => <Time at={date} /> },
  {
    name: 'Approved by',
    width: 'minmax(0, 1fr)',
    cell: ({ approvedBy, viaChatlist }) =>
      approvedBy ? <Person user={approvedBy} /> : viaChatlist ? 'Shared folder' : '–',
  },
];

const keyOf = ({ user }: Came) => user.id;

/** Who came by a link and is in the chat now. */
export function WhoCame({ peer, link }: { peer: string; link: string }) {
  const variables = { peer, link };
  const pages = usePages(WhoCameDocument, variables, (data) => data.chat?.exportedInvite?.importers);
  return (
    <section className={classes.list} aria-labelledby="who-came">
      <h2 id="who-came">
        Who joined{pages.totalCount !== null && ` (${counted(pages.totalCount)})`}{' '}
        <AsGraphql action="Read who joined" operation={() => ({ document: WhoCameDocument, variables })} />
      </h2>
      <ListState pages={pages} empty={<State title="Nobody joined by this link yet" />}>
        {(rows) => <Table label="Who joined" columns={COLUMNS} rows={rows} keyOf={keyOf} />}
      </ListState>
    </section>
  );
}
