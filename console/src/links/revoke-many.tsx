import { Button, Group, Modal } from '@mantine/core';
import { useRef, useState } from 'react';
import { operationOf, send, withKey } from '../data/act.ts';
import { titleOf } from '../data/links.ts';
import type { Refusal } from '../data/refusal.ts';
import { type LinkRowFragment, type RevokeExportedChatInviteInput, RevokeLinkDocument } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { asDuration, useSecondsUntil } from '../parts/countdown.ts';
import { useIsHere } from '../parts/is-here.ts';
import { Status } from '../parts/status.tsx';
import classes from './links.module.css';

interface RevokeManyProps {
  peer: string;
  /** As they were chosen; empty: the dialog is closed. */
  links: readonly LinkRowFragment[];
  /** The ids of those that are revoked now. */
  onClose: (revoked: readonly string[]) => void;
}

/** Revokes links one after another, and shows what became of each. */
export function RevokeMany({ peer, links, onClose }: RevokeManyProps) {
  const revoked = useRef<string[]>([]);
  const close = () => {
    onClose(revoked.current);
    revoked.current = [];
  };
  return (
    <Modal opened={links.length > 0} onClose={close} title={`Revoke ${counted(links.length)}`} size="36rem">
      {links.length > 0 && (
        <Work peer={peer} links={links} close={close} onRevoked={(id) => revoked.current.push(id)} />
      )}
    </Modal>
  );
}

type Step = 'waits' | 'runs' | 'revoked' | Refusal;

interface WorkProps {
  peer: string;
  links: readonly LinkRowFragment[];
  close: () => void;
  onRevoked: (id: string) => void;
}

function Work({ peer, links, close, onRevoked }: WorkProps) {
  // One key for each link, also when it is tried again: what was done meanwhile is not done twice.
  const [inputs] = useState(() => links.map(({ link }) => withKey<RevokeExportedChatInviteInput>({ peer, link })));
  const [steps, setSteps] = useState<readonly Step[]>(() => links.map(() => 'waits'));
  const [isRunning, setRunning] = useState(false);
  const isHere = useIsHere();

  const note = (at: number, step: Step) => setSteps((before) => before.with(at, step));
  const left = steps.flatMap((step, at) => (step === 'waits' || (isRefusal(step) && step.mayRepeat) ? [at] : []));
  const retryAt = Math.max(0, ...steps.map((step) => (isRefusal(step) ? (step.retryAt ?? 0) : 0)));
  const wait = useSecondsUntil(retryAt || null);
  const count = (which: (step: Step) => boolean) => steps.filter(which).length;
  const isBegun = steps.some((step) => step !== 'waits');

  async function run() {
    setRunning(true);
    for (const at of left) {
      const input = inputs[at];
      if (!input || !isHere.current) break;
      note(at, 'runs');
      const outcome = await send(RevokeLinkDocument, input);
      if ('done' in outcome) onRevoked(links[at]?.id ?? '');
      note(at, 'done' in outcome ? 'revoked' : outcome.refusal);
      // What holds for every link would only be refused again, and asking during a wait makes the wait longer.
      if ('refusal' in outcome && holdsForAll(outcome.refusal)) break;
    }
    setRunning(false);
  }

  return (
    <>
      <p className={classes.lead}>
        Whoever has one of these links cannot join by it any more. Members stay. There is no way back.
      </p>
      <ol className={classes.steps} aria-label="Links to revoke">
        {links.map((link, at) => (
          <li key={link.id}>
            <span>
              <b>
                <bdi>{titleOf(link)}</bdi>
              </b>{' '}
              <code>{link.link.replace('https://', '')}</code>
            </span>
            <Outcome step={steps[at] ?? 'waits'} />
            <AsGraphql
              action={`Revoke ${link.title ?? link.link}`}
              operation={() => operationOf(RevokeLinkDocument, { peer, link: link.link })}
            />
          </li>
        ))}
      </ol>
      <p className={classes.lead} role="status">
        {isBegun &&
          `${count((step) => step === 'revoked')} revoked, ${count(isRefusal)} refused, ${count((step) => step === 'waits')} not tried yet.`}
      </p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {isRunning ? 'Stop and close' : isBegun ? 'Close' : 'Cancel'}
        </Button>
        {left.length > 0 || isRunning ? (
          <Button color="red" onClick={run} loading={isRunning} disabled={wait > 0} data-autofocus>
            {wait > 0
              ? `Go on in ${asDuration(wait)}`
              : isBegun
                ? `Try the other ${left.length} with the same keys`
                : `Revoke ${counted(links.length)}`}
          </Button>
        ) : null}
      </Group>
    </>
  );
}

const isRefusal = (step: Step): step is Refusal => typeof step !== 'string';

const counted = (count: number) => (count === 1 ? 'one link' : `${count} links`);

const holdsForAll = ({ retryAt, type, code }: Refusal) =>
  retryAt !== null || type === 'AccountUnavailableError' || ['NO_ANSWER', 'UNAUTHENTICATED'].includes(code);

function Outcome({ step }: { step: Step }) {
  if (step === 'waits') return <Status label="Waits" tone="none" />;
  if (step === 'runs') return <Status label="Under way" tone="wait" />;
  if (step === 'revoked') return <Status label="Revoked" tone="good" />;
  return (
    <>
      <Status label={step.isUnknown ? 'Not known' : 'Refused'} tone="bad" />
      <span className={classes.why}>
        {step.message} <code>{step.code}</code>
      </span>
    </>
  );
}
