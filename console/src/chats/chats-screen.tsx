import { Link } from 'wouter';
import { usePages } from '../data/pages.ts';
import { type ChatRowFragment, ChatsToChooseDocument } from '../gql/graphql.ts';
import { Page } from '../parts/page.tsx';
import { ListState, State } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';

const COLUMNS: readonly Column<ChatRowFragment>[] = [
  { name: 'Chat', width: '2fr', cell: (chat) => <Link href={`/links/${chat.peer}`}>{chat.title}</Link> },
  { name: 'Members', width: '6rem', cell: (chat) => chat.participantsCount },
];

/** The chats in which the account may make links. */
export default function ChatsScreen() {
  const pages = usePages(ChatsToChooseDocument, { after: null }, (data) => data.chats);
  return (
    <Page title="Chats">
      <ListState pages={pages} empty={<State title="No chats" text="The account may invite into no chat." />}>
        {(rows) => <Table label="Chats" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />}
      </ListState>
    </Page>
  );
}
