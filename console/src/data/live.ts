import { useEffect, useRef, useState } from 'react';
import { type TypedDocumentNode, useSubscription } from 'urql';
import { comebacks, connection } from './client.ts';
import { type Refusal, refusalIn } from './refusal.ts';

/** A stream of live events, which the cache puts into the lists. */
export interface Live {
  readonly isInterrupted: boolean;
  /** Why it has ended; `null` while it runs. */
  readonly refusal: Refusal | null;
  /** Begins it anew. */
  again(): void;
}

/**
 * Listens while the component is there. `reread` is called when the stream runs again after an interruption: who came
 * meanwhile is in no event, so the lists have to be read.
 */
export function useLive<Data, Variables extends object>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false, reread }: { pause?: boolean; reread: () => void },
): Live {
  const [{ error }, execute] = useSubscription({ query, variables, pause });
  const [round, setRound] = useState(0);
  const came = comebacks.use();
  const isInterrupted = connection.use().state === 'interrupted';
  const latest = useRef(reread);
  latest.current = reread;
  const seen = useRef(came);

  useEffect(() => {
    if (came === seen.current) return;
    seen.current = came;
    latest.current();
  }, [came]);

  useEffect(() => {
    if (round > 0) latest.current();
  }, [round]);

  const again = () => {
    execute({ requestPolicy: 'network-only' });
    setRound(round + 1);
  };
  return { isInterrupted, refusal: error ? refusalIn(error) : null, again };
}
