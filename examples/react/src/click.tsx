import { useEffect, useState } from 'react';
import { type CombinedError, type TypedDocumentNode, useMutation } from 'urql';
import type { RefusalFragment } from './gql/graphql.ts';

/** A refused mutation has a type. A refused read has `extensions.code`; where no answer came there is neither. */
type Refused =
  | RefusalFragment
  | { __typename: 'RequestError'; code: string; message: string; retryAfterSeconds: number };

const isRefusal = (answer: { __typename: string }): answer is RefusalFragment => 'code' in answer;

export const END = 'The live events have ended.';

export function requestError(error: CombinedError | undefined): Refused | undefined {
  // What closes a WebSocket has no message.
  const { message = error?.networkError?.message ?? END, extensions: { code, retryAfterSeconds } = {} } =
    error?.graphQLErrors[0] ?? {};
  const wait = Number(retryAfterSeconds ?? 0);
  return error && { __typename: 'RequestError', code: `${code ?? 'NO_ANSWER'}`, message, retryAfterSeconds: wait };
}

/**
 * One click is one key. `again` repeats the click with its key, as often as it takes: after UNKNOWN, or where no
 * answer came, the gateway finds out what was done, and does nothing twice.
 */
export function useClick<Answer extends { __typename: string }, Input extends { idempotencyKey?: string | null }>(
  mutation: TypedDocumentNode<{ answer: Answer }, { input: Input }>,
) {
  const [{ data, error, fetching }, execute] = useMutation(mutation);
  const [last, setLast] = useState<Input>();
  const send = (input: Input) => {
    setLast(input);
    return execute({ input });
  };
  const click = (input: Input) => send({ ...input, idempotencyKey: crypto.randomUUID() });
  const refusal = data && isRefusal(data.answer) ? data.answer : requestError(error);
  return { click, again: () => last && send(last), fetching, answer: data?.answer, refusal };
}

function useSecondsLeft(wait: number): number {
  const [left, setLeft] = useState(wait);
  useEffect(() => {
    const end = Date.now() + wait * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [wait]);
  return left;
}

/** Every refusal by its type, and where repeating helps, a button for that. */
export function Refusal({ refusal, again }: { refusal: Refused | undefined; again: () => unknown }) {
  const wait = refusal && 'retryAfterSeconds' in refusal ? refusal.retryAfterSeconds : null;
  const left = useSecondsLeft(wait ?? 0);
  if (!refusal) return null;
  const helps = wait !== null || 'outcome' in refusal || refusal.__typename === 'IdempotencyUnavailableError';
  return (
    <div className="refusal">
      <p role="alert">
        <b>{refusal.__typename}</b> {'outcome' in refusal ? refusal.outcome : refusal.code}
        <small>{refusal.message}</small>
      </p>
      <button type="button" hidden={!helps} disabled={left > 0} onClick={again}>
        {left > 0 ? `Try again in ${left} s` : 'Try again'}
      </button>
    </div>
  );
}
