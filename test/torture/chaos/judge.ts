import type { Order, Send } from './history.ts';
import type { Effect, Played, Reply } from './play.ts';

/** Something that is not as it has to be. */
export interface Problem {
  /** Its kind, the same for each time that it is found. */
  readonly kind: string;
  readonly detail: string;
}

export interface Verdicts {
  readonly problems: readonly Problem[];
  /** Links of other clients that were given to a caller, each made so shortly after a sending that nothing tells it apart. */
  readonly othersInWindow: number;
  /** Keys that stayed UNKNOWN after the bound, where that is all that can be known. */
  readonly stillUnknown: number;
}

/** How long after a sending a link may have been made by it. */
const WINDOW_S = 20;
/** Telegram's dates are whole seconds. */
const ROUNDING_S = 1;
/** What a flood wait may be told longer than it is, for rounding. */
const FLOOD_SLACK_S = 1;
/** Refusals that speak of the request at hand and not of what its key has done. */
const SAYS_NOTHING = new Set([
  'FloodWaitError',
  'GatewayBusyError',
  'IdempotencyUnavailableError',
  'IdempotencyKeyReusedError',
  'AccountUnavailableError',
]);
/** Done again, they change nothing: Telegram may be told twice. */
const REPEATABLE = /^(edit|deleteRevoked)/;

/** What an order comes to, all answers taken together. */
type State = 'done' | 'open' | 'not done';

export function judge(played: Played): Verdicts {
  const { history, targets, effects, others, broken } = played;
  const problems: Problem[] = broken.map((detail) => ({ kind: 'the process', detail }));
  const add = (kind: string, detail: string) => problems.push({ kind, detail });
  const holders = new Map<string, number>();
  let othersInWindow = 0;
  let stillUnknown = 0;
  const isBroken = new Set(history.events.map(({ what }) => what.do));
  const losesAnswers = ['kill', 'cutCallers', 'stop', 'lock'].some((event) => isBroken.has(event as never));
  const ofOrder = (at: number): readonly Reply[] =>
    [...(played.replies[at] ?? []), ...(played.afterwards[at] ?? [])].filter(({ send }) => !send.isChanged);

  for (const [at, order] of history.orders.entries()) {
    judgeOrder(at, order);
  }
  for (const [target, orders] of Map.groupBy(history.orders.keys(), (at) => targets[at] ?? '')) {
    judgeTarget(target, orders);
  }
  return { problems, othersInWindow, stillUnknown };

  function name(at: number): string {
    const { verb } = history.orders[at]?.ask ?? { verb: '' };
    return `order ${at} (${verb})`;
  }

  function told(replies: readonly Reply[]): string {
    return replies.map(({ type }) => type.replace('TelegramUnavailableError ', '')).join(', ');
  }

  /** What each order was told, one answer held against the other. */
  function judgeOrder(at: number, order: Order): void {
    const replies = ofOrder(at).toSorted((one, other) => one.ended - other.ended);
    const lostBetween = wasLost(at);
    for (const reply of [...(played.replies[at] ?? []), ...(played.afterwards[at] ?? [])]) {
      const { verdict, type, retryAfterSeconds } = reply;
      if (verdict === 'BROKEN' && !losesAnswers && !type.startsWith('504'))
        add('no typed answer', `${name(at)}: ${type}`);
      if (
        retryAfterSeconds !== null &&
        type === 'FloodWaitError' &&
        retryAfterSeconds > longestFlood() + FLOOD_SLACK_S
      ) {
        add('a flood wait that is none', `${name(at)}: wait ${retryAfterSeconds} s, Telegram said ${longestFlood()} s`);
      }
      if (reply.send.isChanged && verdict === 'DONE' && !lostBetween) {
        const before = replies.find((other) => other.verdict === 'DONE' && other.ended < reply.began);
        if (before) add('one key, two inputs', `${name(at)} was done, then with another input as well`);
      }
    }
    const done = replies.filter(({ verdict }) => verdict === 'DONE');
    const links = new Set(done.flatMap(({ link }) => link ?? []));
    if (links.size > 1 && !lostBetween && !played.claimsLost)
      add('one key, two links', `${name(at)}: ${[...links].join(', ')}; told ${told(replies)}`);
    for (const link of links) judgeLink(at, link, replies);
    const firstDone = done[0];
    const after = replies.find(
      (reply) => firstDone && reply.began > firstDone.ended && isDenied(reply, order) && !lostBetween,
    );
    if (after) add('done, then denied', `${name(at)}: told ${told(replies)}`);
    const last = played.afterwards[at]?.at(-1);
    if (!last || last.verdict === 'DONE' || isDenied(last, order)) return;
    // The other input came first, and the key is that one's.
    if (
      last.type === 'IdempotencyKeyReusedError' &&
      order.sends.some((sent) => sent.isChanged || isRespelled(sent, order))
    )
      return;
    if (mayStayUnknown(at, order)) stillUnknown += 1;
    else add('never known', `${name(at)}: told ${told(replies)}`);
  }

  function longestFlood(): number {
    const waits = history.events.flatMap(({ what }) =>
      what.do === 'fault' && what.fault.kind === 'rpcError'
        ? Number(/^FLOOD_WAIT_(\d+)/.exec(what.fault.type)?.[1] ?? 0)
        : [],
    );
    return Math.max(0, ...waits);
  }

  /** Whether the key may have been forgotten with the store's file. */
  function wasLost(at: number): boolean {
    const { storeLostAt, restarts } = played;
    return storeLostAt !== null && restarts > 0 && ofOrder(at).some(({ ended }) => ended > storeLostAt);
  }

  /** Where the world says no more, UNKNOWN is the truth. */
  function mayStayUnknown(at: number, { ask }: Order): boolean {
    if (history.account === 'bot' || wasLost(at)) return true;
    if (ask.verb === 'export')
      return others.some(({ target }) => target === targets[at]) || effects.some((effect) => isUnclear(at, effect));
    return ask.verb !== 'edit' && ask.verb !== 'deleteRevoked';
  }

  /** A link that nobody was given, made too long after a sending for anybody to say whose it is. */
  function isUnclear(at: number, { target, link, date }: Effect): boolean {
    if (target !== targets[at] || date === null) return false;
    const isGiven = [...played.replies, ...played.afterwards].flat().some((reply) => reply.link === link);
    return !isGiven && ofOrder(at).some(({ telegramBegan }) => date > telegramBegan + WINDOW_S);
  }

  /** A link that was given: one that was made for its caller, and for nobody else. */
  function judgeLink(at: number, link: string, replies: readonly Reply[]): void {
    const { verb } = history.orders[at]?.ask ?? { verb: '' };
    if (verb !== 'export' && verb !== 'exportPrimary' && verb !== 'revoke') return;
    const holder = holders.get(link);
    const isForgotten = played.claimsLost || wasLost(at);
    if (holder !== undefined && holder !== at && !isForgotten)
      add(`one link, two callers`, `${name(at)} and ${name(holder)}: ${link}`);
    holders.set(link, at);
    if (effects.some((effect) => effect.link === link)) return;
    const other = others.find((made) => made.link === link);
    if (!other) {
      if (verb !== 'revoke') add('a link of nobody', `${name(at)}: ${link}`);
      return;
    }
    const isInWindow = replies.some(
      ({ telegramBegan, telegramEnded }) =>
        other.date >= Math.floor(telegramBegan) && other.date <= telegramEnded + WINDOW_S + ROUNDING_S,
    );
    if (isInWindow) othersInWindow += 1;
    else add('another client’s link', `${name(at)}: ${link}; told ${told(replies)}`);
  }

  /** All orders for the same, held against what was done. */
  function judgeTarget(target: string, orders: readonly number[]): void {
    const made = effects.filter((effect) => effect.target === target);
    const states = new Map(orders.map((at) => [at, stateOf(at)]));
    const count = (wanted: State) => [...states.values()].filter((state) => state === wanted).length;
    const excused = orders.filter(wasLost).length * played.restarts;
    const all = () => orders.map((at) => `${name(at)}: told ${told(ofOrder(at))}`).join('; ');
    const isRepeatable = REPEATABLE.test(target) || isApproval(orders);
    if (made.length > count('done') + count('open') + excused) {
      if (count('done') + count('open') === 0)
        add('told as not done, but done', `${target} ${made.length} times; ${all()}`);
      else if (!isRepeatable) add('done more than once', `${target} ${made.length} times; ${all()}`);
    }
    if (target.startsWith('export')) return; // its links tell
    // One change is that of all who asked for it meanwhile: Telegram does not tell whose call has made it.
    const isByOthers = others.some((other) => other.target === target);
    if (!isByOthers && orders.some((at) => states.get(at) === 'done' && !hasEffect(at, made)))
      add('told as done, nothing done', `${target} ${made.length} times; ${all()}`);
  }

  function isApproval(orders: readonly number[]): boolean {
    return orders.some((at) => {
      const ask = history.orders[at]?.ask;
      return ask?.verb === 'import' && ask.door === 'approval';
    });
  }

  /** Whether it was done between the first request and the first answer that says so. */
  function hasEffect(at: number, made: readonly Effect[]): boolean {
    const replies = ofOrder(at);
    const first = Math.min(...replies.map(({ began }) => began));
    const done = Math.min(...replies.filter(({ verdict }) => verdict === 'DONE').map(({ ended }) => ended));
    return made.some((effect) => effect.at >= first && effect.at <= done);
  }

  function stateOf(at: number): State {
    const replies = ofOrder(at);
    const order = history.orders[at];
    if (replies.some(({ verdict }) => verdict === 'DONE')) return 'done';
    const isOpen = replies.some(
      (reply) =>
        (reply.verdict === 'UNKNOWN' || reply.verdict === 'BROKEN') &&
        !replies.some((later) => order && later.began >= reply.ended && isDenied(later, order)),
    );
    return isOpen ? 'open' : 'not done';
  }
}

/** Whether an answer says that nothing was done for the key, then or before. */
function isDenied({ verdict, type, send }: Reply, { sends }: Pick<Order, 'sends'>): boolean {
  return verdict === 'NOT_DONE' && !SAYS_NOTHING.has(type) && !isRespelled(send, { sends });
}

function isRespelled({ spelling }: Send, { sends }: Pick<Order, 'sends'>): boolean {
  return spelling !== sends[0]?.spelling;
}
