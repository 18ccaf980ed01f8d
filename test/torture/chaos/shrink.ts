import type { History } from './history.ts';

/**
 * A smaller history in which the same still goes wrong: what can be taken away is, one thing at a time, until nothing can or
 * the time is over. Things keep their moments, so that the rest goes as it went.
 */
export async function shrink(
  history: History,
  fails: (smaller: History) => Promise<boolean>,
  until: number,
): Promise<History> {
  let smallest = history;
  for (let at = 0; performance.now() < until; ) {
    const smaller = cuts(smallest)[at];
    if (smaller === undefined) break;
    if (await fails(smaller)) smallest = smaller;
    else at += 1;
  }
  return smallest;
}

function cuts(history: History): History[] {
  const { orders, events, wishes } = history;
  const plain = (at: number) => ({ title: `w${at}`, requestNeeded: false, usageLimit: null, expiresIn: null });
  const without = <T>(of: readonly T[], at: number) => of.filter((_, index) => index !== at);
  return [
    ...(orders.length > 1 ? orders.map((_, at) => ({ ...history, orders: without(orders, at) })) : []),
    ...events.map((_, at) => ({ ...history, events: without(events, at) })),
    ...(history.pause.seconds > 0 || history.pause.isKilled
      ? [{ ...history, pause: { seconds: 0, isKilled: false } }]
      : []),
    ...wishes.flatMap((wish, at) =>
      JSON.stringify(wish) === JSON.stringify(plain(at)) ? [] : [{ ...history, wishes: wishes.with(at, plain(at)) }],
    ),
    ...orders.flatMap((order, at) =>
      order.sends.slice(1).map((_, send) => {
        const shorter = { ...order, sends: without(order.sends, send + 1) };
        return { ...history, orders: orders.with(at, shorter) };
      }),
    ),
  ];
}
