import { randomBytes } from 'node:crypto';

const DRAWN_AT_ONCE = 4096;

/**
 * `crypto.randomBytes` for who wants a few bytes often: the system is asked for many at once, which takes it as long as for one.
 * None is given twice.
 */
export function createRandomBytes(): (size: number) => Buffer {
  let drawn = Buffer.alloc(0);
  let used = 0;
  return (size) => {
    if (size > DRAWN_AT_ONCE) return randomBytes(size);
    if (used + size > drawn.length) {
      drawn = randomBytes(DRAWN_AT_ONCE);
      used = 0;
    }
    used += size;
    return drawn.subarray(used - size, used);
  };
}
