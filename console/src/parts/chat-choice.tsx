import { Select } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import { usePages } from '../data/pages.ts';
import { createStore } from '../data/store.ts';
import { type ChatRowFragment, ChatsToChooseDocument } from '../gql/graphql.ts';

/** The chat that was looked at last, for screens that are opened without one. */
const lastPeer = createStore<string | null>(null);

/** The chats in which links may be made, and the one that a screen under `/…/:peer?` is about: `null` while it is not known. */
export function useChatChoice() {
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
export function ChatChoice({
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
      data={[...known, ...unknown]}
      value={peer}
      onChange={(chosen) => chosen && navigate(`${path}/${chosen}`)}
      disabled={chats.rows.length === 0}
      searchable
      nothingFoundMessage="No such chat"
    />
  );
}
