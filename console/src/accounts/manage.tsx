import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useAccounts } from '../data/accounts.ts';
import { useKeylessAct } from '../data/act.ts';
import { RemoveAccountDocument, RenameAccountDocument, ResumeAccountDocument } from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Refused } from '../parts/refusal.tsx';
import classes from './accounts.module.css';
import { NameInput } from './name-input.tsx';

/** Has the gateway try at once to act as the account again. */
export function Resume({ name }: { name: string }) {
  const act = useKeylessAct(ResumeAccountDocument);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Resume: ${name}`}
        onClick={() => act.run({ name })}
        loading={act.isRunning}
      >
        Resume
      </Button>
      <AsGraphql action={`Resume ${name}`} operation={() => act.operation({ name })} />
      {act.refusal && <Refused {...act} refusal={act.refusal} />}
    </>
  );
}

interface DialogProps {
  opened: boolean;
  /** The account's. */
  name: string;
  close: () => void;
}

export function RenameDialog({ opened, name, close }: DialogProps) {
  return (
    <Modal opened={opened} onClose={close} title={`Rename ${name}`}>
      <Rename key={name} name={name} close={close} />
    </Modal>
  );
}

function Rename({ name, close }: Omit<DialogProps, 'opened'>) {
  const act = useKeylessAct(RenameAccountDocument);
  const { again } = useAccounts();
  const [newName, setNewName] = useState(name);
  const input = { name, newName };
  async function submit(event: FormEvent) {
    event.preventDefault();
    const outcome = await act.run(input);
    if (!('done' in outcome)) return;
    again();
    close();
  }
  return (
    <form onSubmit={submit}>
      <NameInput value={newName} onChange={setNewName} refused={act.refusal?.fields['newName']} />
      <p className={classes.note}>Requests that name the account by the old name find no account from then on.</p>
      {act.refusal && <Refused refusal={act.refusal} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <AsGraphql action="Rename" operation={() => act.operation(input)} />
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={act.isRunning} disabled={newName === name}>
          Rename
        </Button>
      </Group>
    </form>
  );
}

export function RemoveDialog({ opened, name, close }: DialogProps) {
  const act = useKeylessAct(RemoveAccountDocument);
  const { again } = useAccounts();
  const [logOut, setLogOut] = useState(true);
  return (
    <Confirm
      input={opened ? { name, logOut } : null}
      close={() => {
        setLogOut(true);
        close();
      }}
      act={act}
      title={`Remove ${name}?`}
      action="Remove"
      typed={name}
      onDone={(done) => {
        const left = logOut && !done.loggedOut ? ' Its session may still be open: end it in a Telegram app.' : '';
        notifications.show({ message: `${done.name} is removed.${left}` });
        again();
      }}
    >
      The gateway acts as the account no more. Its live events end, and its session leaves the store. Chats and links
      stay as they are at Telegram.
      <Checkbox
        mt="md"
        label="End its session at Telegram"
        description="Else the session stays among the account's devices until somebody ends it there."
        checked={logOut}
        onChange={({ currentTarget }) => setLogOut(currentTarget.checked)}
      />
    </Confirm>
  );
}
