import { setTimeout as pass } from 'node:timers/promises';

/** Whether somebody can act. `reason` and `warning` (yes, but not all is well) are sentences for an operator without secrets. */
export type Readiness =
  | { readonly ready: true; readonly warning?: string }
  | { readonly ready: false; readonly reason: string };

interface Asked {
  readonly name: string;
  readiness(): Promise<Readiness>;
}

/** How much longer the others may take to answer once an account can act. */
const GRACE_MS = 250;

/** Whether at least one account can act, and what is wrong with each. One that does not answer makes nobody wait for long. */
export async function readinessOf(accounts: readonly Asked[]): Promise<Readiness> {
  if (accounts.length === 0) return { ready: false, reason: 'There is no account: sign in.' };
  const problems = new Map(accounts.map(({ name }) => [name, 'Telegram does not answer.']));
  let isReady = false;
  const ask = async ({ name, readiness }: Asked) => {
    const told = await readiness();
    const problem = told.ready ? told.warning : told.reason;
    if (problem === undefined) problems.delete(name);
    else problems.set(name, problem);
    if (!told.ready) return Promise.reject(told);
    isReady = true;
  };
  const asked = accounts.map(ask);
  const all = Promise.allSettled(asked);
  const stop = new AbortController();
  const late = Promise.any(asked).then(
    () => pass(GRACE_MS, undefined, { signal: stop.signal }),
    () => all,
  );
  await Promise.race([all, late]);
  stop.abort();
  late.catch(() => {}); // nobody waits any more
  const told = [...problems]
    .map(([name, problem]) => (accounts.length === 1 ? problem : `${name}: ${problem}`))
    .join(' ');
  if (!isReady) return { ready: false, reason: told };
  return told === '' ? { ready: true } : { ready: true, warning: told };
}
