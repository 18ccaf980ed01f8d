import { useMemo } from 'react';
import { Link } from 'wouter';
import { linkPath, statusOf } from '../data/links.ts';
import { usePages } from '../data/pages.ts';
import { type LinkRowFragment, LinksDocument } from '../gql/graphql.ts';
import { ChatChoice, useChatChoice } from '../parts/chat-choice.tsx';
import { LinkCell } from '../parts/link-cell.tsx';
import { Page } from '../parts/page.tsx';
import { ListState, State } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Time } from '../parts/time.tsx';

/** The links of a chat. */
export default function LinksScreen() {
  const choice = useChatChoice();
  return (
    <Page title="Links" actions={<ChatChoice path="/links" choice={choice} />}>
      {choice.peer === null ? (
        <ListState pages={choice.chats} empty={<State title="No chat to make links in" />}>
          {() => null}
        </ListState>
      ) : (
        <Links key={choice.peer} peer={choice.peer} />
      )}
    </Page>
  );
}

function Links({ peer }: { peer: string }) {
  const pages = usePages(LinksDocument, { peer, revoked: false }, (data) => data.chat?.exportedInvites);
  const columns = useMemo(
    (): Column<LinkRowFragment>[] => [
      {
        name: 'Title',
        width: '2fr',
        cell: (row) => (
          <Link href={linkPath(peer, row.link)}>{row.title ?? (row.permanent ? 'Primary link' : 'No title')}</Link>
        ),
      },
      { name: 'Link', width: '2fr', cell: (row) => <LinkCell link={row} /> },
      { name: 'Status', width: '6rem', cell: (row) => statusOf(row, Date.now()) },
      {
        name: 'Joined',
        width: '6rem',
        cell: (row) => `${row.usage}${row.usageLimit === null ? '' : ` of ${row.usageLimit}`}`,
      },
      { name: 'Made', width: '8rem', cell: (row) => <Time at={row.date} /> },
    ],
    [peer],
  );
  return (
    <ListState pages={pages} empty={<State title="No links yet" />}>
      {(rows) => <Table label="Links" columns={columns} rows={rows} keyOf={(row) => row.id} />}
    </ListState>
  );
}
