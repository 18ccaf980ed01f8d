import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { CheckIcon, CopyIcon } from './icons.tsx';

/** Puts a text into the clipboard, and says so. */
export async function copy(text: string, what: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    notifications.show({ message: `${what} copied.`, autoClose: 3000 });
    return true;
  } catch {
    notifications.show({ color: 'red', message: 'The browser does not let the page copy. Select the text instead.' });
    return false;
  }
}

/** A button that copies. `what` names the text: “Link”. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [isDone, setDone] = useState(false);
  async function run() {
    if (!(await copy(text, what))) return;
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  }
  return (
    <ActionIcon aria-label={`Copy ${what.toLowerCase()}`} title={`Copy ${what.toLowerCase()}`} onClick={run}>
      {isDone ? <CheckIcon /> : <CopyIcon />}
    </ActionIcon>
  );
}
