import { Button } from '@mantine/core';
import { type UseQueryState, useQuery } from 'urql';
import { Link } from 'wouter';
import { counted } from '../data/counted.ts';
import { usePages } from '../data/pages.ts';
import { refusalIn } from '../data/refusal.ts';
import { createStore } from '../data/store.ts';
import { ChatLinksDocument, type ChatRowFragment, ChatsToChooseDocument, ChatWaitingDocument } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { useSeen } from '../parts/in-view.ts';
import { Page } from '../parts/page.tsx';
import { ListState, NoChats } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';

const variables = { after: null };

const COLUMNS: readonly Column<ChatRowFragment>[] = [
  { name: 'Chat', width: 'minmax(0, 2fr)', stacked: 'lead', cell: (chat) => <Chat chat={chat} /> },
  { name: 'Kind', width: '7rem', cell: ({ kind }) => kind.toLowerCase().replaceAll('_', ' ') },
  {
    name: 'Members',
    width: '6rem',
    isNumber: true,
    cell: ({ participantsCount }) => (participantsCount === null ? '–' : counted(participantsCount)),
  },
  { name: 'Accounts', width: 'minmax(0, 1fr)', cell: ({ accounts }) => accounts.map(({ name }) => name).join(', ') },
  { name: 'Waiting', width: '7rem', isNumber: true, cell: (chat) => <Waiting chat={chat} /> },
  { name: 'My links', width: '7rem', isNumber: true, cell: (chat) => <Links chat={chat} /> },
];

/**
 * Whether the links are counted, of chats that come into view. Only when somebody asks: a call for each chat may earn the account a flood wait, and the Links screen
 * would have to wait with it.
 */
const counting = createStore(false);

function Chat({ chat: { peer, title } }: { chat: ChatRowFragment }) {
  return (
    <Link href={`/links/${peer}`}>
      <bdi>{title}</bdi>
    </Link>
  );
}

/** Counted as the chat comes into view: each is a call to Telegram. */
function Waiting({ chat }: { chat: ChatRowFragment }) {
  const { ref, isSeen } = useSeen();
  const [answer] = useQuery({ query: ChatWaitingDocument, variables: { peer: chat.peer }, pause: !isSeen });
  return (
    <span ref={ref}>
      <Count chat={chat} of="requests" answer={answer} count={answer.data?.chat?.requestsPending} />
    </span>
  );
}

function Links({ chat }: { chat: ChatRowFragment }) {
  const isCounted = counting.use();
  const { ref, isSeen } = useSeen();
  const pause = !isCounted || !isSeen;
  const [answer] = useQuery({ query: ChatLinksDocument, variables: { peer: chat.peer }, pause });
  return (
    <span ref={ref}>
      {isCounted ? (
        <Count chat={chat} of="links" answer={answer} count={answer.data?.chat?.exportedInvites?.totalCount} />
      ) : (
        <Link href={`/links/${chat.peer}`} aria-label={`Open the links of ${chat.title}`}>
          Open
        </Link>
      )}
    </span>
  );
}

interface CountProps {
  readonly chat: ChatRowFragment;
  readonly of: 'requests' | 'links';
  readonly answer: Pick<UseQueryState, 'error' | 'fetching' | 'stale'>;
  readonly count: number | null | undefined;
}

/** A number that is the way into a screen. */
function Count({ chat: { peer, title }, of, answer: { error, fetching, stale }, count }: CountProps) {
  const shown = typeof count === 'number' ? counted(count) : fetching || stale ? '…' : '?';
  const why = error && typeof count !== 'number' ? refusalIn(error).message : undefined;
  return (
    <Link
      href={`/${of}/${peer}`}
      aria-label={why === undefined ? `${shown} ${of} of ${title}` : `How many ${of} of ${title} is not known: ${why}`}
      title={why}
    >
      {shown}
    </Link>
  );
}

const keyOf = ({ id }: ChatRowFragment) => id;

/** The chats in which the gateway may make links. */
export default function ChatsScreen() {
  const isCounted = counting.use();
  const pages = usePages(ChatsToChooseDocument, variables, (data) => data.chats);
  const [first] = pages.rows;
  return (
    <Page
      title="Chats"
      actions={
        <>
          <AsGraphql action="Read chats" operation={() => ({ document: ChatsToChooseDocument, variables })} />
          <Button variant="default" disabled={isCounted} onClick={() => counting.set(true)}>
            Count my links
          </Button>
          {first && (
            <AsGraphql
              action={`Count my links to ${first.title}`}
              operation={() => ({ document: ChatLinksDocument, variables: { peer: first.peer } })}
            />
          )}
        </>
      }
    >
      <ListState pages={pages} empty={<NoChats />}>
        {(rows) => <Table label="Chats" columns={COLUMNS} rows={rows} keyOf={keyOf} />}
      </ListState>
    </Page>
  );
}
