import { ActionIcon, Button, Menu } from '@mantine/core';
import { type HTMLAttributes, type MouseEvent, useMemo, useRef, useState } from 'react';
import { operationOf, withKey } from '../data/act.ts';
import { decisions } from '../data/decisions.ts';
import { DecideDocument, type PersonFragment, type RequestRowFragment } from '../gql/graphql.ts';
import { AsGraphqlItems } from './as-graphql.tsx';
import { GraphqlIcon } from './icons.tsx';
import classes from './inbox.module.css';
import { nameOf, Person } from './person.tsx';
import { RowCheck } from './row-check.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useShortcuts } from './shortcuts.ts';
import { type Column, Table } from './table.tsx';
import { Time } from './time.tsx';
import { useNames } from './tray.tsx';

/** How long rows that have moved are no target for a pointer that was there before. */
const SETTLE_MS = 300;
const keyOf = ({ id }: RequestRowFragment) => id;
const rowProps = ({ id }: RequestRowFragment): HTMLAttributes<HTMLTableRowElement> & { 'data-id': string } => ({
  tabIndex: -1,
  'data-id': id,
});

/**
 * Who waits, to be decided about with the mouse or with single letters. The current row is the one that has the focus. A `Tray` beside
 * it undoes, and `Told` says what was refused.
 */
export function Inbox({ peer, rows }: { peer: string; rows: readonly RequestRowFragment[] }) {
  const box = useRef<HTMLDivElement>(null);
  // Where the focus was, for when its row has gone.
  const place = useRef(0);
  const [marked, setMarked] = useState(0);
  useNames(rows);
  const latest = useRef(rows);
  const movedAt = useRef(0);
  const isMoved = ({ id }: RequestRowFragment, at: number) => (rows[at] ?? { id: '' }).id !== id;
  if (latest.current !== rows && latest.current.some(isMoved)) movedAt.current = performance.now();
  latest.current = rows;

  const all = () => [...(box.current?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])];
  const current = () => {
    const row = document.activeElement?.closest('tr');
    return all().find((each) => each === row);
  };
  const focus = (row: HTMLTableRowElement | undefined) => {
    if (!row) return;
    place.current = all().indexOf(row);
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
  };
  function move(step: number) {
    const list = all();
    const now = current();
    // Without a current row: the one that came to the place of the last.
    focus(list[now ? list.indexOf(now) + step : Math.min(place.current, list.length - 1)]);
  }
  function decide(ids: readonly (string | undefined)[], approved: boolean) {
    const chosen = latest.current.filter(({ id }) => ids.includes(id));
    const list = all();
    const now = current();
    const isGoing = (row: HTMLTableRowElement) => chosen.some(({ id }) => id === row.dataset['id']);
    if (now) {
      const from = list.indexOf(now);
      focus(list.slice(from).find((row) => !isGoing(row)) ?? list.slice(0, from).findLast((row) => !isGoing(row)));
    }
    decisions.add(
      chosen.map(({ id, user }) => ({
        ...withKey({ idempotencyKey: '' }),
        peer,
        user: user.peer,
        approved,
        requestId: id,
      })),
    );
    countMarked(ids);
  }
  /** Not for the second click of two, nor when another row has just come under the pointer. */
  function click(event: MouseEvent, id: string, approved: boolean) {
    const isMouse = event.detail > 0;
    if (event.detail > 1 || (isMouse && performance.now() - movedAt.current < SETTLE_MS)) return;
    decide([id], approved);
  }
  function decideCurrent(approved: boolean) {
    const row = current();
    if (row) decide([row.dataset['id']], approved);
    else move(0);
  }
  const markedIds = () =>
    all()
      .filter((row) => row.querySelector<HTMLInputElement>('input')?.checked)
      .map((row) => row.dataset['id']);
  const countMarked = (gone: readonly (string | undefined)[] = []) =>
    setMarked(markedIds().filter((id) => !gone.includes(id)).length);

  useShortcuts('Requests', [
    { keys: 'j', label: 'Next', isRepeated: true, run: () => move(1) },
    { keys: 'k', label: 'Previous', isRepeated: true, run: () => move(-1) },
    { keys: 'a', label: 'Approve', run: () => decideCurrent(true) },
    { keys: 'd', label: 'Decline', run: () => decideCurrent(false) },
    { keys: 'x', label: 'Select', run: () => current()?.querySelector('input')?.click() },
    { keys: 'A', label: 'Approve the selected', run: () => decide(markedIds(), true) },
    { keys: 'D', label: 'Decline the selected', run: () => decide(markedIds(), false) },
  ]);

  const acts = useRef({ click, countMarked });
  acts.current = { click, countMarked };
  const columns = useMemo(
    (): Column<RequestRowFragment>[] => [
      {
        name: 'Select',
        width: '2.25rem',
        isNameHidden: true,
        stacked: 'corner',
        cell: ({ user }) => (
          <RowCheck aria-label={`Select ${nameOf(user)}`} onChange={() => acts.current.countMarked()} />
        ),
      },
      { name: 'Person', width: '2fr', stacked: 'lead', cell: (row) => <Person user={row.user} /> },
      { name: 'Bio', width: '3fr', cell: ({ about }) => about && <bdi>{about}</bdi> },
      { name: 'Asked', width: '8.5rem', cell: (row) => <Time at={row.date} /> },
      {
        name: 'Decide',
        width: '13rem',
        isNameHidden: true,
        cell: ({ id, user }) => (
          <span className={classes.decide}>
            <Button
              size="compact-xs"
              aria-label={`Approve ${nameOf(user)}`}
              onClick={(event) => acts.current.click(event, id, true)}
            >
              Approve
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Decline ${nameOf(user)}`}
              onClick={(event) => acts.current.click(event, id, false)}
            >
              Decline
            </Button>
            <RowMenu peer={peer} user={user} />
          </span>
        ),
      },
    ],
    [peer],
  );

  return (
    <div ref={box} className={classes.inbox}>
      <SelectionBar count={marked}>
        <Button aria-label="Approve the selected" onClick={() => decide(markedIds(), true)}>
          Approve
        </Button>
        <Button variant="default" aria-label="Decline the selected" onClick={() => decide(markedIds(), false)}>
          Decline
        </Button>
      </SelectionBar>
      <Table label="Who waits" columns={columns} rows={rows} keyOf={keyOf} rowProps={rowProps} />
    </div>
  );
}

/** What both buttons of a row send. A menu for each of a thousand rows would be slow, so there is none before somebody opens it. */
function RowMenu({ peer, user }: { peer: string; user: PersonFragment }) {
  const [isOpened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const label = `Decisions about ${nameOf(user)} as GraphQL`;
  const button = (
    <ActionIcon ref={target} aria-label={label} title="As GraphQL" onClick={() => setOpened(true)}>
      <GraphqlIcon />
    </ActionIcon>
  );
  if (!isOpened) return button;
  const operation = (approved: boolean) => () => operationOf(DecideDocument, { peer, user: user.peer, approved });
  return (
    <Menu defaultOpened onClose={() => target.current?.focus()} position="bottom-end">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Approve</Menu.Label>
        <AsGraphqlItems action="Approve" operation={operation(true)} />
        <Menu.Label>Decline</Menu.Label>
        <AsGraphqlItems action="Decline" operation={operation(false)} />
      </Menu.Dropdown>
    </Menu>
  );
}
