import { useEffect, useRef, useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import type { RefusedFragment } from '../gql/graphql.ts';
import type { Operation } from './as-graphql.ts';
import { client } from './client.ts';
import { isRefused, type Refusal, refusalIn, refusalOf } from './refusal.ts';
import { CSRF_HEADERS } from './session.ts';

/** What a mutation did, or why it did not. */
export type Outcome<Done> = { readonly done: Done } | { readonly refusal: Refusal };

/** A mutation of operations.graphql. `Done` is what its union has besides errors. */
export type Mutation<Done, Input> = TypedDocumentNode<{ answer: Done | RefusedFragment }, { input: Input }>;

export interface Keyed {
  idempotencyKey?: string | null;
}

/** A key for one wish of the user. However often it is sent with the same input, the gateway acts once. */
export const withKey = <Input extends Keyed>(input: Input): Input => ({
  ...input,
  idempotencyKey: crypto.randomUUID(),
});

/** What a click sends, for “as GraphQL”. Its key is another one: who runs it there means another wish. */
export function operationOf<Done, Input extends Keyed>(mutation: Mutation<Done, Input>, input: Input): Operation {
  return { document: mutation, variables: { input: withKey(input) } };
}

/**
 * Sends a mutation, from components and from elsewhere. `outlivesPage`: the browser sends it even when the page is left
 * meanwhile (up to 64 kB for all such requests together).
 */
export async function send<Done extends object, Input extends object>(
  mutation: Mutation<Done, Input>,
  input: Input,
  { outlivesPage = false } = {},
): Promise<Outcome<Done>> {
  const fetchOptions = { headers: CSRF_HEADERS, keepalive: outlivesPage };
  const { data, error } = await client.mutation(mutation, { input }, { fetchOptions }).toPromise();
  if (!data) return { refusal: refusalIn(error) };
  return isRefused(data.answer) ? { refusal: refusalOf(data.answer) } : { done: data.answer };
}

/** A mutation for a button of a component. */
export interface Act<Done, Input> {
  /** Whether the mutation takes an idempotency key. */
  readonly isKeyed: boolean;
  /** What `run` sends, for “as GraphQL”. */
  operation(input: Input): Operation;
  /** Sends the input as a new wish, with a key of its own. */
  run(input: Input): Promise<Outcome<Done>>;
  /** Sends the last input once more, with the same key. */
  again(): Promise<Outcome<Done>> | undefined;
  /** Forgets the last one. What becomes of it is not shown here any more, also where it still runs. */
  clear(): void;
  readonly isRunning: boolean;
  readonly done: Done | null;
  readonly refusal: Refusal | null;
}

export function useAct<Done extends object, Input extends Keyed>(mutation: Mutation<Done, Input>): Act<Done, Input> {
  return { ...useSending(mutation, withKey), isKeyed: true };
}

/** A mutation that takes no key: to do it twice is no more than to do it once. */
export function useKeylessAct<Done extends object, Input extends object>(
  mutation: Mutation<Done, Input>,
): Act<Done, Input> {
  return { ...useSending(mutation, (input) => input), isKeyed: false };
}

function useSending<Done extends object, Input extends object>(
  mutation: Mutation<Done, Input>,
  asWish: (input: Input) => Input,
): Omit<Act<Done, Input>, 'isKeyed'> {
  const [isRunning, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<Done> | null>(null);
  const last = useRef<{ readonly input: Input }>(undefined);

  // What becomes of it is told here alone.
  useEffect(() => {
    if (!isRunning) return;
    const ask = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isRunning]);

  async function sendLast(input: Input) {
    const sending = { input };
    last.current = sending;
    setRunning(true);
    const result = await send(mutation, input);
    if (last.current === sending) {
      setOutcome(result);
      setRunning(false);
    }
    return result;
  }

  return {
    operation: (input) => ({ document: mutation, variables: { input: asWish(input) } }),
    run: (input) => sendLast(asWish(input)),
    again: () => last.current && sendLast(last.current.input),
    clear: () => {
      last.current = undefined;
      setOutcome(null);
      setRunning(false);
    },
    isRunning,
    done: outcome && 'done' in outcome ? outcome.done : null,
    refusal: outcome && 'refusal' in outcome ? outcome.refusal : null,
  };
}
