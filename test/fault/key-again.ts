import { fileURLToPath } from 'node:url';
import type { CallFault } from '../../src/sandbox/faults/fault.ts';
import type { TestPostgres } from '../support/start-postgres.ts';
import { type Ask, type Event, type History, METHODS, type Order } from '../torture/chaos/history.ts';
import { judge } from '../torture/chaos/judge.ts';
import { play } from '../torture/chaos/play.ts';
import { setStage } from '../torture/chaos/stage.ts';
import type { Cell } from './run-cell.ts';

/** What becomes of a mutation with a key whose answer is UNKNOWN. */
export interface Lost {
  readonly name: string;
  readonly fault: CallFault;
}

export const LOST: readonly Lost[] = [
  { name: 'key again, never arrived', fault: { kind: 'silence', when: 'before' } },
  { name: 'key again, done and its answer lost', fault: { kind: 'silence', when: 'after' } },
  { name: 'key again, Telegram takes 4 s', fault: { kind: 'delay', ms: 4_000 } },
];

/** When the key comes again. What is sent at once may meet the first request still under way in Telegram. */
export interface Again {
  readonly name: string;
  /** Seconds that pass for everybody; `null`: none, it is sent at once. */
  readonly seconds: number | null;
  /** The process is killed meanwhile. */
  readonly isKilled: boolean;
}

export const AGAIN: readonly Again[] = [false, true].flatMap((isKilled) => {
  const where = isKilled ? 'after SIGKILL' : 'same process';
  return [
    { name: `at once, ${where}`, seconds: null, isKilled },
    { name: `after 20 s, ${where}`, seconds: 21, isKilled },
    { name: `after the bound, ${where}`, seconds: 340, isKilled },
  ];
});

interface Repeated {
  readonly name: string;
  readonly account: History['account'];
  readonly ask: Ask;
  readonly requestNeeded?: boolean;
}

/** The same mutations as in the other tables, by the same names. */
export const REPEATED: readonly Repeated[] = [
  { name: 'export', account: 'owner', ask: { verb: 'export', wish: 0 } },
  { name: 'export, approval', account: 'owner', ask: { verb: 'export', wish: 0 }, requestNeeded: true },
  { name: 'export, new primary', account: 'owner', ask: { verb: 'exportPrimary' } },
  { name: 'export by a bot', account: 'bot', ask: { verb: 'export', wish: 0 } },
  { name: 'edit', account: 'owner', ask: { verb: 'edit', link: 'live', title: 'e0' } },
  { name: 'revoke', account: 'owner', ask: { verb: 'revoke', link: 'live' } },
  { name: 'revoke the primary', account: 'owner', ask: { verb: 'revoke', link: 'primary' } },
  { name: 'delete', account: 'owner', ask: { verb: 'delete', link: 'revoked' } },
  { name: 'delete revoked', account: 'owner', ask: { verb: 'deleteRevoked' } },
  { name: 'hide a request', account: 'owner', ask: { verb: 'hide', user: 'waits', approved: true } },
  { name: 'hide all requests', account: 'owner', ask: { verb: 'hideAll', approved: true } },
  { name: 'export, two accounts', account: 'two', ask: { verb: 'export', wish: 0 } },
  { name: 'hide a request, two accounts', account: 'two', ask: { verb: 'hide', user: 'waits', approved: true } },
  { name: 'hide all requests, two accounts', account: 'two', ask: { verb: 'hideAll', approved: true } },
  { name: 'import', account: 'owner', ask: { verb: 'import', door: 'open' } },
  { name: 'import, approval', account: 'owner', ask: { verb: 'import', door: 'approval' } },
];

const DEADLINE_MS = 1_500;
const TREE = fileURLToPath(new URL('../..', import.meta.url));

/** A process of its own, whose clocks can be moved: nobody waits for the bound. `server`: its store's PostgreSQL; `null`: it is in SQLite. */
export async function runAgain(
  { account, ask, requestNeeded = false }: Repeated,
  { fault }: Lost,
  { seconds, isKilled }: Again,
  server: TestPostgres | null,
): Promise<Cell> {
  const first = { after: 'begin', ms: 0, over: 'kept connection', spelling: 'name' } as const;
  const isAtOnce = seconds === null;
  const order: Order = {
    caller: 0,
    key: 'again',
    ask,
    deadlineMs: DEADLINE_MS,
    sends: isAtOnce ? [first, { ...first, after: 'answer', ms: isKilled ? 300 : 0 }] : [first],
  };
  const events: Event[] = [
    { from: 'begin', ms: 0, what: { do: 'fault', fault, method: METHODS[ask.verb], times: 1, skip: 0 } },
    ...(isAtOnce && isKilled
      ? [{ from: 'begin', ms: DEADLINE_MS, what: { do: 'kill', downMs: 0, stepSeconds: 0 } } as const]
      : []),
  ];
  const wish = { title: 'w0', requestNeeded, usageLimit: null, expiresIn: null };
  const pause = { seconds: seconds ?? 0, isKilled: isKilled && !isAtOnce };
  const stage = await setStage(TREE, account, server);
  try {
    const played = await play(stage, { account, isWarm: true, wishes: [wish], orders: [order], events, pause });
    const { problems } = judge(played);
    const replies = [...played.replies, ...played.afterwards].flat();
    return {
      replies: replies.map(({ verdict, type, began, ended }) => ({ verdict, type, result: {}, ms: ended - began })),
      total: played.effects.length,
      problems: problems.map(({ kind, detail }) => `${kind}: ${detail}`),
    };
  } finally {
    await stage.close();
  }
}
