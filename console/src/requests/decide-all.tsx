import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../data/act.ts';
import { decisions } from '../data/decisions.ts';
import { DecideAllDocument, type HideAllChatJoinRequestsInput } from '../gql/graphql.ts';
import { Confirm } from '../parts/confirm.tsx';
import classes from '../parts/inbox.module.css';

interface DecideAllProps {
  peer: string;
  /** Only who came by it; `null`: everybody. */
  link: string | null;
  /** The link in words. */
  by: string | null;
  isNobody: boolean;
}

/** Decides about all who wait, or about all who came by a link. Telegram has one call for it, which cannot be undone. */
export function DecideAll({ peer, link, by, isNobody }: DecideAllProps) {
  const act = useAct(DecideAllDocument);
  const [input, setInput] = useState<HideAllChatJoinRequestsInput | null>(null);
  const approved = input?.approved ?? true;

  function ask(approved: boolean) {
    // What was decided one by one before counts first.
    void decisions.flush();
    setInput({ peer, link, approved });
  }

  return (
    <>
      <span className={classes.all}>
        <Button variant="default" disabled={isNobody} onClick={() => ask(true)}>
          Approve all
        </Button>
        <Button variant="default" disabled={isNobody} onClick={() => ask(false)}>
          Decline all
        </Button>
      </span>
      <Confirm
        input={input}
        close={() => setInput(null)}
        act={act}
        title={approved ? 'Approve all requests?' : 'Decline all requests?'}
        action={approved ? 'Approve all' : 'Decline all'}
        isHarmless={approved}
      >
        This decides about {by === null ? 'everybody who waits' : `everybody who came by “${by}”`}, also about those who
        ask while you read this. There is no way back.
      </Confirm>
    </>
  );
}
