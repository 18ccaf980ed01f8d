import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallRecord } from '../../../src/sandbox/dispatcher.ts';
import { RpcError } from '../../../src/sandbox/rpc-error.ts';
import type { Answer } from './client.ts';
import type { Ask, Event, History, Order, Send } from './history.ts';
import { METHODS } from './history.ts';
import { type Did, setScene } from './scene.ts';
import type { Stage } from './stage.ts';

/** One request and what came of it. Times are milliseconds of this process; `telegram…` are Telegram's, Unix seconds. */
export interface Reply extends Answer {
  readonly send: Send;
  readonly began: number;
  readonly ended: number;
  readonly telegramBegan: number;
  readonly telegramEnded: number;
}

/** What the gateway had Telegram do. */
export interface Effect extends Did {
  readonly target: string;
  readonly at: number;
  /** When Telegram dates its link, Unix seconds. */
  readonly date: number | null;
}

/** What another client of the account has done. */
export interface OtherEffect {
  readonly target: string;
  readonly at: number;
  readonly link: string | null;
  /** When Telegram dates it, Unix seconds. */
  readonly date: number;
}

/** A history as it went. */
export interface Played {
  readonly history: History;
  readonly targets: readonly string[];
  /** Of each order, in the order they were sent. */
  readonly replies: readonly (readonly Reply[])[];
  /** Of each order with a key: what it was answered once calm had returned, the last time after the bound. */
  readonly afterwards: readonly (readonly Reply[])[];
  readonly effects: readonly Effect[];
  readonly others: readonly OtherEffect[];
  readonly struck: ReadonlyMap<string, number>;
  readonly restarts: number;
  /** When the store's file was taken away; `null`: it was not. */
  readonly storeLostAt: number | null;
  /** Whether the process was killed before it could write down which links it had given: only its memory knew. */
  readonly claimsLost: boolean;
  /** What the gateway's own process did wrong: it ended, or did not start again. */
  readonly broken: readonly string[];
}

/** What was sent longer ago than that, Telegram does not carry out any more: message ids of 300 s, and some. */
const BOUND_S = 340;
/** With which callers ask again in the end. */
const AFTERWARDS_DEADLINE_MS = 4_000;
/** How long a call may go on in Telegram. */
const LONGEST_CALL_MS = 12_000;
/** What happens although every caller has been answered: keys come again behind it. */
const LASTING = new Set<Event['what']['do']>(['skip', 'other', 'kill', 'step', 'loseStore']);
const MOST_STARTS = 10;
/** What the gateway logs when the store cannot take a claim, and when it has started. */
const UNWRITTEN = 'it was not written down yet that a link was given';
const STARTED = 'Telegram GraphQL Gateway';
const MOST_TRIES = 6;
/** Refusals that end by themselves. */
const PASSING = new Set([
  'FloodWaitError',
  'GatewayBusyError',
  'IdempotencyUnavailableError',
  'TelegramUnavailableError NOT_EXECUTED',
]);

export async function play(stage: Stage, history: History): Promise<Played> {
  const { sandbox, gateway, proxy, callers, database } = stage;
  const scene = setScene(sandbox.world, history);
  const telegramNow = () => sandbox.world.clock() / 1000;
  const effects: Effect[] = [];
  const others: OtherEffect[] = [];
  const broken: string[] = [];
  const struck = new Map<string, number>();
  const count = (what: string, times = 1) => struck.set(what, (struck.get(what) ?? 0) + times);
  const running = new Set<Promise<unknown>>();
  const called = Promise.withResolvers<void>();
  const ran = Promise.withResolvers<void>();
  const ended = new AbortController();
  const loggedBefore = new Set(gateway.log);
  const methods = new Set(Object.values(METHODS).map((name) => name.toLowerCase()));
  let restarts = 0;
  let storeLostAt: number | null = null;
  let up = Promise.resolve();
  const added: { readonly kind: string; applied(): number }[] = [];

  const stopWatching = sandbox.watch((record) => {
    note(record).catch((error: unknown) => broken.push(`chaos itself: ${String(error)}`));
  });
  async function note(record: CallRecord): Promise<void> {
    running.add(record.outcome);
    const effect = scene.effectOf(record);
    if (methods.has(record.method.toLowerCase())) called.resolve();
    const outcome = await record.outcome;
    running.delete(record.outcome);
    const did = effect?.did(outcome);
    if (!effect || !did) return;
    effects.push({
      target: effect.target,
      at: performance.now(),
      date: did.link === null ? null : scene.dateOf(did.link),
      ...did,
    });
    ran.resolve();
  }

  async function send(order: Order, sent: Send, deadlineMs = order.deadlineMs): Promise<Reply> {
    const { ask, key, caller } = order;
    const input = {
      ...scene.inputFor(ask, sent.spelling),
      ...(sent.isChanged && changed(ask)),
      ...(key !== null && { idempotencyKey: `${scene.name} ${key}` }),
    };
    const [began, telegramBegan] = [performance.now(), telegramNow()];
    const answer = await callers.ask(gateway.url, { verb: ask.verb, input, caller, deadlineMs, over: sent.over });
    return { ...answer, send: sent, began, telegramBegan, ended: performance.now(), telegramEnded: telegramNow() };
  }

  /** Sends begin at their moments, whether or not the ones before have been answered. */
  async function place(order: Order): Promise<Reply[]> {
    const replies: Promise<Reply>[] = [];
    for (const each of order.sends) {
      if (each.after === 'answer') await replies.at(-1);
      await wait(each.ms);
      await up;
      replies.push(send(order, each));
    }
    return Promise.all(replies);
  }

  async function happen({ from, ms, what }: Event): Promise<void> {
    const over = new Promise<void>((done) => ended.signal.addEventListener('abort', () => done(), { once: true }));
    if (from !== 'begin') await Promise.race([from === 'call' ? called.promise : ran.promise, over]);
    if (from !== 'begin' && ended.signal.aborted) return;
    if (LASTING.has(what.do)) await wait(ms);
    else await wait(ms, undefined, { signal: ended.signal }).catch(() => {});
    if (ended.signal.aborted && !LASTING.has(what.do)) return;
    const isOfDatabase =
      database !== null && (what.do === 'lock' || what.do === 'failStore' || what.do === 'loseStore');
    if (what.do !== 'fault' && !isOfDatabase) count(what.do);
    const pause = (time: number) => wait(time, undefined, { signal: ended.signal }).catch(() => {});
    if (isOfDatabase) return void count(await database.harm(what, pause));
    switch (what.do) {
      case 'fault': {
        const { fault, method, times, skip } = what;
        const rule = sandbox.faults.add({
          fault,
          times,
          skip,
          // Of two accounts, whichever is asked meets it.
          ...(history.account !== 'two' && { account: history.account }),
          ...(method !== null && { method }),
        });
        added.push({ kind: fault.kind, applied: () => rule.applied });
        return;
      }
      case 'cut':
        return proxy.cut();
      case 'stall':
        proxy.stall();
        await pause(what.forMs);
        return proxy.resume();
      case 'mute':
        proxy.muteServer();
        await pause(what.forMs);
        return proxy.unmuteServer();
      case 'refuse':
        await proxy.shut();
        await pause(what.forMs);
        return proxy.reopen();
      case 'cutCallers':
        return callers.cut();
      case 'step':
        return stage.stepWall(what.seconds);
      case 'skip':
        return stage.skip(what.seconds);
      case 'kill':
        up = up.then(() => killed(what.downMs, what.stepSeconds));
        await up;
        return;
      case 'stop':
        gateway.signal('SIGSTOP');
        await pause(what.forMs);
        return gateway.signal('SIGCONT');
      case 'lock':
        return lockStore(join(gateway.dataDir, 'gateway.db'), () => pause(what.forMs));
      case 'failStore':
        await gateway.order({ store: what.how });
        await pause(what.forMs);
        return gateway.order({ store: null });
      case 'loseStore':
        storeLostAt = performance.now();
        for (const end of ['', '-wal', '-shm']) moveAway(join(gateway.dataDir, `gateway.db${end}`));
        return;
      case 'other':
        return actAsOther(what.ask);
    }
  }

  async function killed(downMs: number, stepSeconds: number): Promise<void> {
    gateway.signal('SIGKILL');
    await wait(downMs);
    await stage.stepWall(stepSeconds);
    restarts += 1;
    for (let tries = 1; ; tries += 1) {
      try {
        return await gateway.restart();
      } catch (error) {
        // Whatever looks after the process starts it again; only what goes wrong now must not keep it from that for long.
        if (tries === MOST_STARTS) broken.push(`did not start again: ${String(error)}`);
        if (tries === MOST_STARTS) return;
        await wait(500);
      }
    }
  }

  function actAsOther(ask: Ask): void {
    const target = scene.targetOf(ask);
    try {
      const link = scene.byOthers(ask);
      others.push({ target, link, at: performance.now(), date: Math.floor(telegramNow()) });
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
    }
  }

  /**
   * Everything that goes wrong has ended, and every call has come to its end in Telegram. A dead connection breaks, which the
   * gateway would otherwise notice by a ping within 40 s.
   */
  async function calm(): Promise<void> {
    sandbox.faults.clear();
    await up;
    proxy.cut();
    await Promise.race([Promise.all(running), wait(LONGEST_CALL_MS)]);
  }

  /** What the key is answered now; what ends by itself is waited for, and in the end UNKNOWN as well: the connection may be a new one. */
  async function askAgain(order: Order, isLast: boolean): Promise<Reply> {
    const again: Send = {
      after: 'answer',
      ms: 0,
      over: 'kept connection',
      spelling: order.sends[0]?.spelling ?? 'name',
    };
    for (let tries = 1; ; tries += 1) {
      const reply = await send(order, again, AFTERWARDS_DEADLINE_MS);
      const isPassing =
        PASSING.has(reply.type) || reply.verdict === 'BROKEN' || (isLast && reply.verdict === 'UNKNOWN');
      if (!isPassing || tries === MOST_TRIES) return reply;
      await wait(1_000);
    }
  }

  if (history.isWarm) await stage.warmUp(scene.inputFor({ verb: 'deleteRevoked' }, 'name'));
  const happening = Promise.all(history.events.map(happen));
  const replies = await Promise.all(history.orders.map(place));
  await up;
  ended.abort();
  await happening;
  await calm();

  // A gateway whose store is gone refuses keys and says that it has to be started again.
  if (history.pause.isKilled || storeLostAt !== null) await killed(0, 0);
  if (history.pause.seconds > 0) await stage.skip(history.pause.seconds);

  const afterwards: Reply[][] = history.orders.map(() => []);
  const askAll = (orders: readonly number[], isLast: boolean) =>
    Promise.all(
      orders.map(async (at) => {
        const order = history.orders[at];
        if (order) afterwards[at]?.push(await askAgain(order, isLast));
      }),
    );
  const keyed = history.orders.flatMap(({ key }, at) => (key === null ? [] : [at]));
  await askAll(keyed, false);
  const unknown = keyed.filter((at) => afterwards[at]?.at(-1)?.verdict === 'UNKNOWN');
  if (unknown.length > 0) {
    await stage.skip(BOUND_S);
    await askAll(unknown, true);
  }
  await calm();
  stopWatching();
  const ofTheDead = gateway.log.slice(
    0,
    restarts === 0 ? 0 : gateway.log.findLastIndex((line) => line.includes(STARTED)),
  );
  const claimsLost = ofTheDead.some((line) => line.includes(UNWRITTEN) && !loggedBefore.has(line));
  if (!gateway.isUp) broken.push(`the gateway ended by itself: ${gateway.log.at(-1)?.slice(0, 500)}`);
  for (const { kind, applied } of added) if (applied() > 0) count(kind, applied());
  return {
    history,
    targets: history.orders.map(({ ask }) => scene.targetOf(ask)),
    replies,
    afterwards,
    effects,
    others,
    struck,
    restarts,
    storeLostAt,
    claimsLost,
    broken,
  };
}

/** The same request but for something that no key may stand for as well. */
function changed(ask: Ask): object {
  switch (ask.verb) {
    case 'export':
    case 'edit':
      return { title: 'changed' };
    case 'hide':
    case 'hideAll':
      return { approved: !ask.approved };
    case 'import':
      return { link: 'https://t.me/+AAAAAAAAAAAAAAAA' };
    default:
      return { peer: 'sandbox_news' };
  }
}

async function lockStore(path: string, during: () => Promise<unknown>): Promise<void> {
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('begin immediate');
    await during();
    lock.exec('rollback');
  } catch {
    // Somebody else writes just now: then it is not locked by us.
  } finally {
    lock.close();
  }
}

function moveAway(path: string): void {
  try {
    renameSync(path, `${path}.lost`);
  } catch {
    // Not every file is there at every moment.
  }
}
