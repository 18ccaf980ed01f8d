import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Act } from '../data/act.ts';
import { AsGraphql } from './as-graphql.tsx';
import { useIsHere } from './is-here.ts';
import { Refused } from './refusal.tsx';

interface ConfirmProps<Done, Input> {
  /** Open while there is an input. */
  input: Input | null;
  close: () => void;
  act: Act<Done, Input>;
  /** A question: “Revoke this link?”. */
  title: string;
  /** A verb for the button: “Revoke”. */
  action: string;
  /** Nothing is taken away by it. */
  isHarmless?: boolean;
  /** What it does, and that there is no way back. */
  children: ReactNode;
  /** A text to type first, for what hurts most. */
  typed?: string | undefined;
  /** After it was done; the dialog is closed by then. */
  onDone?: (done: Done) => void;
}

/** Asks before something that cannot be undone, and shows why it was refused. */
export function Confirm<Done extends object, Input extends object>(props: ConfirmProps<Done, Input>) {
  const { input, close, act, title } = props;
  const leave = () => {
    act.clear();
    close();
  };
  return (
    <Modal opened={input !== null} onClose={leave} title={title}>
      {input && <Question {...props} input={input} close={leave} />}
    </Modal>
  );
}

function Question<Done extends object, Input extends object>(props: ConfirmProps<Done, Input> & { input: Input }) {
  const { input, close, act, action, isHarmless = false, children, typed, onDone } = props;
  const [text, setText] = useState('');
  const isHere = useIsHere();

  async function finish(outcome: ReturnType<typeof act.again>) {
    const result = await outcome;
    if (!result || !('done' in result)) return;
    // Another question may be open by now.
    if (isHere.current) close();
    onDone?.(result.done);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    finish(act.run(input));
  }

  return (
    <form onSubmit={submit}>
      {children}
      {typed !== undefined && (
        <TextInput
          mt="md"
          label={`Type “${typed}” to confirm`}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
      )}
      {act.refusal && <Refused {...act} refusal={act.refusal} again={() => finish(act.again())} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <AsGraphql action={action} operation={() => act.operation(input)} />
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button
          type="submit"
          color={isHarmless ? 'pine' : 'red'}
          loading={act.isRunning}
          disabled={typed !== undefined && text !== typed}
        >
          {action}
        </Button>
      </Group>
    </form>
  );
}
