/** What was set lately, by name. */
export interface Recent<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
  delete(name: string): void;
  /** Everything, the oldest first, which is forgotten with that. */
  take(): [string, T][];
}

/**
 * Keeps an entry for `lifeMs` milliseconds since it was set, and no longer than to the first set after twice that: spans are
 * dropped as a whole, which costs a set nothing and bounds what a busy hour keeps.
 */
export function createRecent<T>(lifeMs: number, clock: () => Date): Recent<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  let begun = clock().getTime();

  return {
    get: (name) => young.get(name) ?? old.get(name),
    set(name, value) {
      const now = clock().getTime();
      if (now - begun >= lifeMs) {
        [young, old] = [new Map(), now - begun < 2 * lifeMs ? young : new Map()];
        begun = now;
      }
      young.set(name, value);
    },
    delete(name) {
      young.delete(name);
      old.delete(name);
    },
    take() {
      const all = [...old, ...young];
      [young, old] = [new Map(), new Map()];
      return all;
    },
  };
}
