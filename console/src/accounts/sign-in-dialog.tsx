import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { STATUSES, useAccounts } from '../data/accounts.ts';
import { refusalOf } from '../data/refusal.ts';
import type { RefusedFragment } from '../gql/graphql.ts';
import { Person } from '../parts/person.tsx';
import { Refused } from '../parts/refusal.tsx';
import { Status } from '../parts/status.tsx';
import classes from './accounts.module.css';
import { Begin, EnterCode, EnterPassword, Foot, focusOn, ScanQr, type Step } from './sign-in-steps.tsx';
import { useSignIn } from './use-sign-in.ts';

interface SignInDialogProps {
  opened: boolean;
  /** That the account is to have; empty where it is not known. */
  name: string;
  close: () => void;
}

/** Signs an account in, step by step. Closing it cancels the sign-in. */
export function SignInDialog({ opened, name, close }: SignInDialogProps) {
  return (
    <Modal opened={opened} onClose={close} title="Sign in an account" closeOnClickOutside={false}>
      <Steps firstName={name} close={close} />
    </Modal>
  );
}

function Steps({ firstName, close }: { firstName: string; close: () => void }) {
  const { again } = useAccounts();
  const flow = useSignIn(again);
  const [name, setName] = useState(firstName);
  const { now } = flow;
  const step = now?.step;
  const props = { flow, id: now?.id ?? '', name, close };
  switch (step?.__typename) {
    case undefined:
      return <Begin {...props} setName={setName} />;
    case 'SignInScanQr':
      return <ScanQr {...props} step={step} />;
    case 'SignInEnterCode':
      return <EnterCode {...props} step={step} />;
    case 'SignInEnterPassword':
      return <EnterPassword {...props} step={step} />;
    case 'SignInDone':
      return <Done name={name} step={step} close={close} />;
    case 'SignInFailed':
      return <Failed error={step.error} close={close} again={flow.clear} />;
  }
}

function Done({ name, step, close }: { name: string; step: Step<'SignInDone'>; close: () => void }) {
  const { accounts } = useAccounts();
  const account = accounts.find((each) => each.name === name) ?? step.account;
  return (
    <>
      <p ref={focusOn} tabIndex={-1} className={classes.lead}>
        <b>{name}</b> has signed in: <Person user={step.user} />{' '}
        {account && <Status {...STATUSES[account.state.status]} />}
      </p>
      <Foot>
        <Button onClick={close}>Close</Button>
      </Foot>
    </>
  );
}

function Failed({ error, close, again }: { error: RefusedFragment; close: () => void; again: () => void }) {
  return (
    <>
      <Refused refusal={refusalOf(error)} />
      <Foot>
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <Button ref={focusOn} onClick={again}>
          Begin again
        </Button>
      </Foot>
    </>
  );
}
