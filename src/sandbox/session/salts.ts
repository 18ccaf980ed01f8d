/** A salt and when it may be used, in Unix seconds. */
export interface Salt {
  readonly value: bigint;
  readonly validSince: number;
  readonly validUntil: number;
}

/** The salts of one key (core.telegram.org/mtproto/description#server-salt). */
export interface SaltSchedule {
  /** The one to be used now. */
  current(): Salt;
  /** The current one, or the one before it in its half hour of grace. */
  accepts(value: bigint): boolean;
  /** The current one and those after it, `count` in all. */
  upcoming(count: number): readonly Salt[];
}

/** Seconds after which the next salt becomes the current one, and for which the last is still taken. */
const TURN = 1800;

/** A new salt every half hour, each good for an hour. `first` is the one that the key exchange agreed on. */
export function createSaltSchedule(
  first: bigint | null,
  clock: () => number,
  random: (size: number) => Buffer,
): SaltSchedule {
  let salts: Salt[] = [];
  let filled: { readonly now: number; readonly from: readonly Salt[] } | null = null;

  function at(value: bigint, validSince: number): Salt {
    return { value, validSince, validUntil: validSince + 2 * TURN };
  }

  /** Salts from the one in grace onwards, at least so many beginning with the current one. */
  function fill(count: number): readonly Salt[] {
    const now = Math.floor(clock() / 1000);
    if (filled?.now === now && filled.from.length >= count) return filled.from;
    salts = salts.filter((salt) => salt.validUntil > now);
    const last = salts.at(-1);
    if (!last) salts = [at(random(8).readBigInt64LE(), now)];
    const started = salts.filter((salt) => salt.validSince <= now).length;
    while (salts.length < Math.max(started, 1) - 1 + count) {
      const previous = salts.at(-1);
      salts.push(at(random(8).readBigInt64LE(), (previous?.validSince ?? now) + TURN));
    }
    const current = salts.findLastIndex((salt) => salt.validSince <= now);
    filled = { now, from: salts.slice(Math.max(current, 0)) };
    return filled.from;
  }

  if (first !== null) salts = [at(first, Math.floor(clock() / 1000))];
  return {
    current: () => fill(2)[0] ?? at(0n, 0),
    accepts(value) {
      fill(2);
      const now = Math.floor(clock() / 1000);
      return salts.some((salt) => salt.value === value && salt.validSince <= now);
    },
    upcoming: (count) => fill(count).slice(0, count),
  };
}
