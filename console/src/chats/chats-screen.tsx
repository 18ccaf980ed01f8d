import { useQuery } from 'urql';
import { Link } from 'wouter';
import { usePages } from '../data/pages.ts';
import { refusalIn } from '../data/refusal.ts';
import { ChatCountsDocument, type ChatRowFragment, ChatsToChooseDocument } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { Page } from '../parts/page.tsx';
import { ListState, State } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';

const variables = { after: null };

const COLUMNS: readonly Column<ChatRowFragment>[] = [
  { name: 'Chat', width: 'minmax(0, 2fr)', cell: (chat) => <Link href={`/links/${chat.peer}`}>{chat.title}</Link> },
  { name: 'Kind', width: '7rem', cell: ({ kind }) => kind.toLowerCase().replaceAll('_', ' ') },
  { name: 'Members', width: '6rem', cell: ({ participantsCount }) => participantsCount ?? '–' },
  { name: 'Waiting', width: '7rem', cell: (chat) => <Count chat={chat} of="requests" /> },
  { name: 'My links', width: '7rem', cell: (chat) => <Count chat={chat} of="links" /> },
];

/** A number that is the way into a screen. Both numbers of a chat come by one request. */
function Count({ chat: { peer, title }, of }: { chat: ChatRowFragment; of: 'requests' | 'links' }) {
  const [{ data, error, fetching, stale }] = useQuery({ query: ChatCountsDocument, variables: { peer } });
  const count = of === 'requests' ? data?.chat?.requestsPending : data?.chat?.exportedInvites?.totalCount;
  const shown = count ?? (fetching || stale ? '…' : '?');
  return (
    <Link
      href={`/${of}/${peer}`}
      aria-label={`${shown} ${of} of ${title}`}
      title={error ? refusalIn(error).message : undefined}
    >
      {shown}
    </Link>
  );
}

/** The chats in which the account may make links. */
export default function ChatsScreen() {
  const pages = usePages(ChatsToChooseDocument, variables, (data) => data.chats);
  return (
    <Page
      title="Chats"
      actions={<AsGraphql action="Read chats" operation={() => ({ document: ChatsToChooseDocument, variables })} />}
    >
      <ListState pages={pages} empty={<State title="No chats" text="The account may invite into no chat." />}>
        {(rows) => <Table label="Chats" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />}
      </ListState>
    </Page>
  );
}
