import { Button, Kbd, Select } from '@mantine/core';
import { useRef } from 'react';
import { useSearchParams } from 'wouter';
import { client } from '../data/client.ts';
import { counted } from '../data/counted.ts';
import { useUndecided } from '../data/decisions.ts';
import { hashOf } from '../data/links.ts';
import { useLive } from '../data/live.ts';
import { useWhileLookedAt } from '../data/looked-at.ts';
import { type Pages, usePages } from '../data/pages.ts';
import {
  ChatWaitingDocument,
  type LinkRowFragment,
  LiveRequestsDocument,
  RequestLinksDocument,
  RequestsDocument,
} from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { ChatPage } from '../parts/chat-page.tsx';
import classes from '../parts/inbox.module.css';
import { Inbox } from '../parts/inbox.tsx';
import { Refused } from '../parts/refusal.tsx';
import { letters } from '../parts/shortcuts.ts';
import { ListState, State } from '../parts/states.tsx';
import { Told, Tray, useRefusals } from '../parts/tray.tsx';
import { DecideAll } from './decide-all.tsx';

/** How often it is asked how many wait: no event says that somebody else has decided. */
const LOOK_MS = 30_000;

/** Who waits to get into a chat, the earliest first. */
export default function RequestsScreen() {
  return (
    <ChatPage title="Requests" path="/requests">
      {(peer) => <Requests key={peer} peer={peer} />}
    </ChatPage>
  );
}

function Requests({ peer }: { peer: string }) {
  const [search] = useSearchParams();
  const hash = search.get('link');
  const links = usePages(RequestLinksDocument, { peer }, (data) => data.chat?.exportedInvites);
  const link = hash === null ? null : `https://t.me/+${hash}`;
  const now = usePages(RequestsDocument, { peer, link }, (data) => data.chat?.joinRequests);
  // A reading that fails does not take away what was read before.
  const before = useRef({ link, pages: now });
  const wasRead = before.current.link === link && !before.current.pages.isLoading && !before.current.pages.refusal;
  if (!wasRead || !(now.refusal || now.isLoading)) before.current = { link, pages: now };
  const { pages } = before.current;
  const failure = pages === now ? null : now.refusal;
  const live = useLive(LiveRequestsDocument, { peer }, { reread: now.again });
  useWhileLookedAt(() => live.isInterrupted || look(), LOOK_MS);
  useRefusals(now.again);
  const rows = useUndecided(pages.rows);

  /** Whether as many wait as the cache says, which counts who comes and who is decided about here. One call to Telegram. */
  async function look() {
    const known = client.readQuery(ChatWaitingDocument, { peer })?.data?.chat?.requestsPending;
    const fresh = client.query(ChatWaitingDocument, { peer }, { requestPolicy: 'network-only' });
    const { data } = await fresh.toPromise();
    if (data && data.chat?.requestsPending !== known) now.again();
  }

  const linkTitle = links.rows.find((each) => hashOf(each.link) === hash)?.title ?? null;
  const waiting = pages.more ? (pages.totalCount ?? rows.length) : rows.length;

  return (
    <>
      {live.refusal && !pages.refusal && <Refused refusal={live.refusal} again={live.again} isRead />}
      {failure && <Refused refusal={failure} again={now.again} isRead />}
      <Told />
      <div className={classes.bar}>
        <LinkChoice links={links} hash={hash} />
        <p className={classes.count}>{waiting > 0 && `${counted(waiting)} waiting, the earliest first`}</p>
        <Keys />
        <AsGraphql
          action="Read requests"
          operation={() => ({ document: RequestsDocument, variables: { peer, link } })}
        />
        <DecideAll peer={peer} link={link} by={linkTitle ?? hash} isNobody={rows.length === 0} />
      </div>
      <ListState pages={pages} empty={<State title="Nobody waits" text="Who asks to join appears here at once." />}>
        {() => (
          <>
            {pages.more && (
              <p className={classes.dim}>Earlier requests are not read yet: “Show more” below reads them.</p>
            )}
            {rows.length > 0 ? (
              <Inbox peer={peer} rows={rows} />
            ) : (
              <State title="Nobody else waits" text="Who asks to join appears here at once." />
            )}
          </>
        )}
      </ListState>
      <Tray />
    </>
  );
}

const HINTS = [
  ['j k', 'move'],
  ['a', 'approve'],
  ['d', 'decline'],
  ['?', 'all'],
] as const;

/** The keys that matter most, where they are used. */
function Keys() {
  if (!letters.use()) return null;
  return (
    <p className={classes.keys}>
      {HINTS.map(([keys, label]) => (
        <span key={keys}>
          {keys.split(' ').map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}{' '}
          {label}
        </span>
      ))}
    </p>
  );
}

/** By which link they came. The choice is in the address of the page. */
function LinkChoice({ links, hash }: { links: Pages<LinkRowFragment>; hash: string | null }) {
  const [, setSearch] = useSearchParams();
  const data = links.rows
    .filter(({ requestNeeded, linkIsPartial }) => requestNeeded && !linkIsPartial)
    .map(({ link, title, requested }) => ({
      value: hashOf(link),
      label: `${title ?? hashOf(link)}${requested ? ` (${counted(requested)})` : ''}`,
    }));
  const unknown = hash !== null && !data.some(({ value }) => value === hash) ? [{ value: hash, label: hash }] : [];
  return (
    <>
      <Select
        aria-label="Link"
        data={[{ value: '', label: 'By any link' }, ...data, ...unknown]}
        value={hash ?? ''}
        onChange={(value) => setSearch(value ? { link: value } : {}, { replace: true })}
        searchable
        nothingFoundMessage="No such link"
      />
      {links.more && (
        <Button variant="default" onClick={links.more} loading={links.isLoadingMore}>
          More links
        </Button>
      )}
    </>
  );
}
