import { Button, Kbd, Select } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useSearchParams } from 'wouter';
import { counted } from '../data/counted.ts';
import { hashOf } from '../data/links.ts';
import { useLive } from '../data/live.ts';
import { useWhileLookedAt } from '../data/looked-at.ts';
import { type Pages, usePages } from '../data/pages.ts';
import { type LinkRowFragment, LiveRequestsDocument, RequestLinksDocument, RequestsDocument } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { ChatPage } from '../parts/chat-page.tsx';
import { Refused } from '../parts/refusal.tsx';
import { letters, useShortcuts } from '../parts/shortcuts.ts';
import { ListState, State } from '../parts/states.tsx';
import { DecideAll } from './decide-all.tsx';
import { decisions, useDecisions } from './decisions.ts';
import { focusRequest, Inbox } from './inbox.tsx';
import classes from './requests.module.css';
import { Told, Tray, useNames, useRefusals } from './tray.tsx';

/** How often the list is read again for each hundred who wait: no event says that somebody else has decided. */
const REREAD_MS = 10_000;

/** Who waits to get into a chat, the earliest first. */
export default function RequestsScreen() {
  return (
    <ChatPage title="Requests" path="/requests">
      {(peer) => <Requests key={peer} peer={peer} />}
    </ChatPage>
  );
}

/** Takes the last decision back, and goes to its row. */
function undo(): void {
  const [first] = decisions.undo();
  if (first) requestAnimationFrame(() => focusRequest(first.requestId));
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
  const entries = useDecisions();
  useNames(pages.rows);
  const reread = () => live.isInterrupted || now.again();
  useWhileLookedAt(reread, REREAD_MS * Math.max(1, Math.ceil(pages.rows.length / 100)));
  useRefusals(entries, reread);

  useShortcuts('Decisions', [{ keys: 'u', label: 'Undo the last, within five seconds', run: undo }]);

  // Whoever is being decided about is off the list at once.
  const rows = useMemo(() => {
    const open = entries.filter(({ state }) => state === 'waiting' || state === 'sending');
    const decided = new Set(open.map(({ decision }) => decision.requestId));
    return pages.rows.filter(({ id }) => !decided.has(id)).toReversed();
  }, [pages.rows, entries]);
  const linkTitle = links.rows.find((each) => hashOf(each.link) === hash)?.title ?? null;
  const waiting = pages.more ? (pages.totalCount ?? rows.length) : rows.length;

  return (
    <>
      {live.refusal && !pages.refusal && <Refused refusal={live.refusal} again={live.again} isRead />}
      {failure && <Refused refusal={failure} again={now.again} isRead />}
      <Told entries={entries} />
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
      <Tray entries={entries} undo={undo} />
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
