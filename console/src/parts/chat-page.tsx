import { Select } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import { usePages } from '../data/pages.ts';
import { createStore } from '../data/store.ts';
import { type ChatRowFragment, ChatsToChooseDocument } from '../gql/graphql.ts';
import { Page } from './page.tsx';
import { ListState, NoChats } from './states.tsx';

/** The chat that was looked at last, for screens that are opened without one. */
const lastPeer = createStore<string | null>(null);

/** The chats in which links may be made, and the one that a screen under `/…/:peer?` is about: `null` while it is not known. */
function useChatChoice() {
  const chats = usePages(ChatsToChooseDocument, { after: null }, (data) => data.chats);
  const { peer: asked } = useParams<{ peer?: string }>();
  const last = lastPeer.use();
  const peer = asked ?? last ?? chats.rows[0]?.peer ?? null;
  useEffect(() => {
    if (peer !== null) lastPeer.set(peer);
  }, [peer]);
  const chat: ChatRowFragment | null = chats.rows.find((row) => row.peer === peer) ?? null;
  return { chats, peer, chat };
}

/** Chooses the chat of a screen; `path` is the screen's own: `/links`. */
function ChatChoice({
  path,
  choice: { chats, peer, chat },
}: {
  path: string;
  choice: ReturnType<typeof useChatChoice>;
}) {
  const [, navigate] = useLocation();
  const unknown = peer !== null && !chat ? [{ value: peer, label: peer }] : [];
  const known = chats.rows.map((row) => ({ value: row.peer, label: row.title }));
  return (
    <Select
      aria-label="Chat"
      placeholder="Chat"
      data={[...known, ...unknown]}
      value={peer}
      onChange={(chosen) => chosen && navigate(`${path}/${chosen}`)}
      disabled={chats.rows.length === 0}
      searchable
      nothingFoundMessage="No such chat"
    />
  );
}

interface ChatPageProps {
  title: string;
  /** The screen's own: `/links`. */
  path: string;
  /** `chat` is `null` where no more than the id is known. */
  children: (peer: string, chat: ChatRowFragment | null) => ReactNode;
}

/** A screen about one chat, with the choice of another. */
export function ChatPage({ title, path, children }: ChatPageProps) {
  const choice = useChatChoice();
  return (
    <Page title={title} actions={<ChatChoice path={path} choice={choice} />}>
      {choice.peer === null ? (
        <ListState pages={choice.chats} empty={<NoChats />}>
          {() => null}
        </ListState>
      ) : (
        children(choice.peer, choice.chat)
      )}
    </Page>
  );
}
