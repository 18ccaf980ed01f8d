import { useMemo } from 'react';
import { useLive } from '../data/live.ts';
import { usePages } from '../data/pages.ts';
import { LiveRequestsDocument, type RequestRowFragment, RequestsDocument } from '../gql/graphql.ts';
import { ChatChoice, useChatChoice } from '../parts/chat-choice.tsx';
import { Page } from '../parts/page.tsx';
import { Person } from '../parts/person.tsx';
import { Refused } from '../parts/refusal.tsx';
import { ListState, State } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Time } from '../parts/time.tsx';

/** Who waits to get into a chat, the earliest first. */
export default function RequestsScreen() {
  const choice = useChatChoice();
  return (
    <Page title="Requests" actions={<ChatChoice path="/requests" choice={choice} />}>
      {choice.peer === null ? (
        <ListState pages={choice.chats} empty={<State title="No chat to let people into" />}>
          {() => null}
        </ListState>
      ) : (
        <Requests key={choice.peer} peer={choice.peer} />
      )}
    </Page>
  );
}

function Requests({ peer }: { peer: string }) {
  const pages = usePages(RequestsDocument, { peer }, (data) => data.chat?.joinRequests);
  const live = useLive(LiveRequestsDocument, { peer }, { reread: pages.again });
  const columns = useMemo(
    (): Column<RequestRowFragment>[] => [
      { name: 'Person', width: '2fr', cell: (row) => <Person user={row.user} /> },
      { name: 'Bio', width: '3fr', cell: (row) => row.about },
      { name: 'Asked', width: '8rem', cell: (row) => <Time at={row.date} /> },
    ],
    [],
  );
  return (
    <>
      {live.refusal && <Refused refusal={live.refusal} again={live.again} isRead />}
      <ListState pages={pages} empty={<State title="Nobody waits" text="Who asks to join appears here at once." />}>
        {(rows) => <Table label="Who waits" columns={columns} rows={rows.toReversed()} keyOf={(row) => row.id} />}
      </ListState>
    </>
  );
}
