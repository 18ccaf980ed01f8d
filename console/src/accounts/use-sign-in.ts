import { useEffect, useRef, useState } from 'react';
import { useSubscription } from 'urql';
import { type Mutation, send } from '../data/act.ts';
import { type Refusal, refusalIn } from '../data/refusal.ts';
import { CancelSignInDocument, FollowSignInDocument, type SignInNowFragment } from '../gql/graphql.ts';
import { useIsHere } from '../parts/is-here.ts';

/** A sign-in, from its beginning to its end. */
export interface SignInFlow {
  /** Where it stands; `null` before it has begun. */
  readonly now: SignInNowFragment | null;
  /** Why the last thing that was given was refused, or why nobody knows how it goes on. */
  readonly refusal: Refusal | null;
  readonly isRunning: boolean;
  /** Begins it, or gives what it asks for. What is given is kept nowhere. */
  give<Input extends object>(mutation: Mutation<SignInNowFragment, Input>, input: Input): Promise<void>;
  /** Forgets it, for another one. */
  clear(): void;
}

const isOver = ({ step }: SignInNowFragment) => step.__typename === 'SignInDone' || step.__typename === 'SignInFailed';

const cancel = (id: string) => send(CancelSignInDocument, { id }, { outlivesPage: true });

/** Leads through one sign-in. Where the component goes, or the page, the sign-in that is under way is cancelled. */
export function useSignIn(onDone: () => unknown): SignInFlow {
  const [now, setNow] = useState<SignInNowFragment | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isRunning, setRunning] = useState(false);
  const isHere = useIsHere();
  const underWay = useRef<string>(undefined);
  const latest = useRef(onDone);
  latest.current = onDone;

  function goTo(next: SignInNowFragment) {
    setNow(next);
    underWay.current = isOver(next) ? undefined : next.id;
    if (next.step.__typename === 'SignInDone') latest.current();
  }

  async function give<Input extends object>(mutation: Mutation<SignInNowFragment, Input>, input: Input) {
    setRunning(true);
    setRefusal(null);
    const outcome = await send(mutation, input);
    if (!isHere.current) {
      if ('done' in outcome) await cancel(outcome.done.id);
      return;
    }
    setRunning(false);
    if ('done' in outcome) goTo(outcome.done);
    else setRefusal(outcome.refusal);
  }

  const id = now?.id ?? '';
  const pause = now === null || isOver(now);
  const [{ data, error }] = useSubscription({ query: FollowSignInDocument, variables: { id }, pause });
  const told = data?.signIn.id === id ? data.signIn : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step that is told is gone to once
  useEffect(() => {
    if (told && !pause) goTo(told);
  }, [told]);

  useEffect(() => {
    const leave = () => {
      if (underWay.current) cancel(underWay.current);
      underWay.current = undefined;
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return {
    now,
    refusal: refusal ?? (error && !pause ? refusalIn(error) : null),
    isRunning,
    give,
    clear: () => {
      setNow(null);
      setRefusal(null);
    },
  };
}
