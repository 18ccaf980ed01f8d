import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { counted } from '../data/counted.ts';
import { joinedBy, linkPath, titleOf } from '../data/links.ts';
import { usePages } from '../data/pages.ts';
import { type ChatRowFragment, LinkAdminsDocument, type LinkRowFragment, LinksDocument } from '../gql/graphql.ts';
import { AccountChoice } from '../parts/account-choice.tsx';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { ChatPage } from '../parts/chat-page.tsx';
import { LinkCell } from '../parts/link-cell.tsx';
import { LinkForm } from '../parts/link-form.tsx';
import { LinkState } from '../parts/link-state.tsx';
import { nameOf } from '../parts/person.tsx';
import { SelectionBar } from '../parts/selection-bar.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { ListState, State } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Time, useNow } from '../parts/time.tsx';
import { ChooseAll, ChooseLink, chosen, mayChoose, offered, setChosen } from './choice.tsx';
import { isAsked, KIND_CHOICES, STATUS_CHOICES, useFilters } from './filters.ts';
import classes from './links.module.css';
import { RevokeMany } from './revoke-many.tsx';

/** The links of a chat. */
export default function LinksScreen() {
  return (
    <ChatPage title="Links" path="/links">
      {(peer, chat) => <Links key={peer} peer={peer} chat={chat} />}
    </ChatPage>
  );
}

function Links({ peer, chat }: { peer: string; chat: ChatRowFragment | null }) {
  const { filters, change, clear } = useFilters();
  const variables = { peer, account: filters.account, admin: filters.admin, revoked: filters.status === 'revoked' };
  const pages = usePages(LinksDocument, variables, (data) => data.chat?.exportedInvites);
  const search = useRef<HTMLInputElement>(null);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<LinkRowFragment | 'none' | null>(null);
  const [toRevoke, setToRevoke] = useState<readonly LinkRowFragment[]>([]);
  useEffect(() => () => chosen.set(new Set()), []);

  const asked = useDeferredValue(filters);
  const minute = useNow();
  const shown = useMemo(() => pages.rows.filter((row) => isAsked(row, asked, minute)), [pages.rows, asked, minute]);
  useEffect(() => offered.set(shown.filter(mayChoose).map(({ id }) => id)), [shown]);
  const columns = useMemo(() => columnsOf(peer), [peer]);
  const isFiltered = shown.length < pages.rows.length;

  useShortcuts('Links', [
    { keys: '/', label: 'Search', run: () => search.current?.focus() },
    { keys: 'c', label: 'Make a link', run: () => setMaking(true) },
  ]);

  return (
    <>
      <div className={classes.bar}>
        <TextInput
          ref={search}
          type="search"
          aria-label="Search title or link"
          placeholder="Search title or link"
          value={filters.q}
          onChange={({ currentTarget }) => change('q', currentTarget.value)}
        />
        <Select
          aria-label="Status"
          placeholder="All but revoked"
          data={STATUS_CHOICES}
          value={filters.status}
          onChange={(value) => change('status', value)}
          clearable
          clearButtonProps={{ 'aria-label': 'Any status' }}
        />
        <Select
          aria-label="Kind of link"
          placeholder="Any kind"
          data={KIND_CHOICES}
          value={filters.kind}
          onChange={(value) => change('kind', value)}
          clearable
          clearButtonProps={{ 'aria-label': 'Any kind' }}
        />
        <AccountChoice
          value={filters.account}
          onChange={(value) => change('account', value)}
          isForUsers
          isLabelHidden
        />
        <AdminChoice peer={peer} value={filters.admin} onChange={(value) => change('admin', value)} />
        <span className={classes.do}>
          <AsGraphql action="Read links" operation={() => ({ document: LinksDocument, variables })} />
          <Button onClick={() => setMaking(true)}>Make a link</Button>
        </span>
      </div>
      <Made peer={peer} made={made} />
      <ListState
        pages={pages}
        empty={<State title={filters.status === 'revoked' ? 'No link is revoked' : 'No links yet'} />}
      >
        {(rows) => (
          <>
            <p className={classes.count} role="status">
              {isFiltered
                ? `${counted(shown.length)} of the ${counted(rows.length)} that are loaded`
                : howMany(rows.length, pages.totalCount)}
            </p>
            {shown.length === 0 ? (
              <State title="No such link among those that are loaded">
                <Button variant="default" onClick={clear}>
                  Show all
                </Button>
              </State>
            ) : (
              <>
                <Chosen rows={shown} revoke={setToRevoke} />
                <Table label="Links" columns={columns} rows={shown} keyOf={keyOf} choice={asked} />
              </>
            )}
          </>
        )}
      </ListState>
      <Modal opened={isMaking} onClose={() => setMaking(false)} title={`Make a link${chat ? ` to ${chat.title}` : ''}`}>
        <LinkForm
          mode="make"
          peer={peer}
          chat={chat}
          account={filters.account}
          onCancel={() => setMaking(false)}
          onDone={(link) => {
            setMade(link ?? 'none');
            setMaking(false);
          }}
        />
      </Modal>
      <RevokeMany
        peer={peer}
        links={toRevoke}
        onClose={(revoked) => {
          setChosen(revoked, false);
          setToRevoke([]);
        }}
      />
    </>
  );
}

const howMany = (loaded: number, all: number | null) =>
  all === null || all === loaded
    ? `${counted(loaded)} ${loaded === 1 ? 'link' : 'links'}`
    : `${counted(loaded)} loaded, ${counted(all)} in all`;

const keyOf = ({ id }: LinkRowFragment) => id;

/** What was made last, to copy it at once. */
function Made({ peer, made }: { peer: string; made: LinkRowFragment | 'none' | null }) {
  return (
    <div role="status">
      {made === 'none' && (
        <p className={classes.note}>Telegram made no link: people ask to join by the chat's username.</p>
      )}
      {made && made !== 'none' && (
        <p className={classes.note}>
          <b>Made:</b> <LinkCell link={made} />{' '}
          <Link href={linkPath(peer, made.link)}>
            Open <bdi>{made.title ?? 'the link'}</bdi>
          </Link>
        </p>
      )}
    </div>
  );
}

function Chosen({ rows, revoke }: { rows: readonly LinkRowFragment[]; revoke: (links: LinkRowFragment[]) => void }) {
  const ids = chosen.use();
  const links = rows.filter(({ id }) => ids.has(id));
  return (
    <SelectionBar count={links.length}>
      <Button variant="default" onClick={() => chosen.set(new Set())}>
        Select none
      </Button>
      <Button color="red" onClick={() => revoke(links)}>
        Revoke
      </Button>
    </SelectionBar>
  );
}

/** Whose links are shown. Only the owner of the chat gets to know of the others', so for an admin there is no choice. */
function AdminChoice({
  peer,
  value,
  onChange,
}: {
  peer: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const [{ data }] = useQuery({ query: LinkAdminsDocument, variables: { peer } });
  const admins = data?.chat?.adminsWithInvites ?? [];
  if (admins.length < 2 && value === null) return null;
  const known = admins.map(({ admin, invitesCount }) => ({
    value: admin.peer,
    label: `${nameOf(admin)} (${invitesCount})`,
  }));
  const isKnown = value === null || known.some((each) => each.value === value);
  return (
    <Select
      aria-label="Admin"
      placeholder="My links"
      data={isKnown ? known : [...known, { value, label: value }]}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'My links' }}
    />
  );
}

function columnsOf(peer: string): Column<LinkRowFragment>[] {
  return [
    {
      name: 'Select',
      width: '2.25rem',
      isNameHidden: true,
      stacked: 'corner',
      head: <ChooseAll />,
      cell: (row) => <ChooseLink link={row} />,
    },
    { name: 'Title', width: 'minmax(8.5rem, 1fr)', stacked: 'lead', cell: (row) => <Title peer={peer} link={row} /> },
    { name: 'Link', width: 'minmax(3.5rem, 12.5rem)', cell: (row) => <LinkCell link={row} /> },
    { name: 'Status', width: '5.5rem', cell: (row) => <LinkState link={row} /> },
    { name: 'Joined', width: '7.5rem', isNumber: true, cell: joinedBy },
    {
      name: 'Waiting',
      width: '5.25rem',
      isNumber: true,
      cell: ({ requested }) => (requested > 0 ? counted(requested) : '–'),
    },
    { name: 'Expires', width: '6rem', cell: (row) => (row.expireDate ? <Time at={row.expireDate} /> : '–') },
    { name: 'Made', width: '7.5rem', cell: (row) => <Time at={row.date} /> },
  ];
}

function Title({ peer, link }: { peer: string; link: LinkRowFragment }) {
  const marks = [
    link.permanent && link.title !== null && 'primary',
    link.requestNeeded && 'approval',
    link.subscriptionPricing && `${link.subscriptionPricing.amount} Stars`,
  ].filter(Boolean);
  return (
    <span className={classes.title}>
      <Link href={linkPath(peer, link.link)}>
        <bdi>{titleOf(link)}</bdi>
      </Link>
      {marks.length > 0 && <span>{marks.join(', ')}</span>}
    </span>
  );
}
