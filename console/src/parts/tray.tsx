import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { operationOf } from '../data/act.ts';
import { type Decided, decisions, inputOf, useDecisions } from '../data/decisions.ts';
import type { Entry } from '../data/undo-queue.ts';
import { DecideDocument, type PersonFragment } from '../gql/graphql.ts';
import { AsGraphql } from './as-graphql.tsx';
import { useSecondsUntil } from './countdown.ts';
import classes from './inbox.module.css';
import { nameOf } from './person.tsx';
import { Refused } from './refusal.tsx';
import { useShortcuts } from './shortcuts.ts';

const verb = (approved: boolean) => (approved ? 'Approve' : 'Decline');

/** Whom this page has seen, as a decision is kept with ids alone. */
const names = new Map<string, string>();

export function useNames(rows: readonly { user: PersonFragment }[]): void {
  useMemo(() => {
    for (const { user } of rows) names.set(user.peer, nameOf(user));
  }, [rows]);
}

const whom = ({ decision: { user } }: Entry<Decided>) => names.get(user) ?? `user ${user}`;

/** Takes the last decision back, and goes to its row. */
function undo(): void {
  const [first] = decisions.undo();
  const row = () => document.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(first?.requestId ?? '')}"]`);
  if (first) requestAnimationFrame(() => row()?.focus());
}

/** The decisions that can be undone, and those that are being sent. */
export function Tray() {
  const entries = useDecisions();
  useShortcuts('Decisions', [{ keys: 'u', label: 'Undo the last, within five seconds', run: undo }]);
  const waiting = entries.filter((each) => each.state === 'waiting');
  const sending = entries.filter((each) => each.state === 'sending' && !each.isResumed);
  const last = waiting.at(-1);
  const together = last ? waiting.filter(({ click }) => click === last.click) : [];
  const text =
    last && `${verb(last.decision.approved)}: ${together.length > 1 ? `${together.length} people` : whom(last)}`;
  return (
    <div className={classes.tray}>
      <p role="status" className={classes.said}>
        {text}
        {!text &&
          sending.length > 0 &&
          `Sending ${sending.length === 1 ? 'a decision' : `${sending.length} decisions`}`}
      </p>
      {last && (
        <>
          <Countdown until={last.until} more={waiting.length - together.length} />
          <Button variant="default" onClick={undo}>
            Undo
          </Button>
          <AsGraphql
            action={`${verb(last.decision.approved)} ${whom(last)}`}
            operation={() => operationOf(DecideDocument, inputOf(last.decision))}
          />
        </>
      )}
    </div>
  );
}

const monotonic = () => performance.now();

function Countdown({ until, more }: { until: number; more: number }) {
  const left = useSecondsUntil(until, monotonic);
  return (
    <span className={classes.dim}>
      {left > 0 ? `sent in ${left} s` : 'about to be sent'}
      {more > 0 && `, after ${more} more`}
    </span>
  );
}

/** The outcomes that somebody has to see. */
export function Told() {
  const told = useDecisions().filter((each) => each.isResumed || each.state === 'settled');
  return told.map((entry) => {
    const { decision } = entry;
    const isDone = entry.state === 'settled' && 'done' in entry.result;
    const refusal = entry.state === 'settled' && 'refusal' in entry.result ? entry.result.refusal : null;
    const isRunning = entry.state === 'sending';
    const what = `${verb(decision.approved)} ${whom(entry)}`;
    return (
      <section key={decision.idempotencyKey} className={classes.told} aria-label={what}>
        <p>
          <b>{what}</b>
          {entry.isResumed && ', decided before the page was left'}
          {isDone && ': done.'}
          {isRunning && ': finding out what became of it.'}
          {entry.state === 'forgotten' &&
            ': nobody knows any more whether this was done. See who waits and who is a member.'}
        </p>
        {refusal && (
          <Refused refusal={refusal} again={() => decisions.again(decision.idempotencyKey)} isRunning={isRunning} />
        )}
        {!isRunning && (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`Dismiss: ${what}`}
            onClick={() => decisions.dismiss(decision.idempotencyKey)}
          >
            Dismiss
          </Button>
        )}
      </section>
    );
  });
}

/** Calls when a decision was refused: the list may not be what it was. */
export function useRefusals(reread: () => unknown): void {
  const refused = useDecisions().filter(({ state }) => state === 'settled').length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: urql's function is another one at each drawing
  useEffect(() => {
    if (refused > 0) reread();
  }, [refused]);
}
