import { networkOf } from './client-address.ts';

/** Wrong keys that an address may try at once, and milliseconds after which it may try one more. */
const AT_ONCE = 10;
const ONE_MORE_MS = 6_000;
/** Addresses that are remembered; beyond them the one that failed longest ago is forgotten. */
const ADDRESSES = 10_000;

/** Counts one wrong key of an address: seconds until the address may try the next, `null` when this one was within its bounds. */
export type GuessLimit = (address: string) => number | null;

/** Addresses of one IPv6 network of 64 bits count as one, because one customer has them all. `now` in milliseconds. */
export function createGuessLimit(now: () => number = () => performance.now()): GuessLimit {
  /** When everything that was tried will have been given back, by network; those that failed last stand last. */
  const forgivenAt = new Map<string, number>();
  return (address) => {
    const network = networkOf(address);
    const after = Math.max(forgivenAt.get(network) ?? 0, now()) + ONE_MORE_MS;
    const tooEarly = after - now() - AT_ONCE * ONE_MORE_MS;
    if (tooEarly > 0) return Math.ceil(tooEarly / 1000);
    forgivenAt.delete(network);
    forgivenAt.set(network, after);
    const [oldest] = forgivenAt.keys();
    if (forgivenAt.size > ADDRESSES && oldest !== undefined) forgivenAt.delete(oldest);
    return null;
  };
}
