/** What was set lately, by name. */
export interface Recent<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
  delete(name: string): void;
}

/** Parts of a life that are forgotten as a whole: more of them keep less beyond it, and take longer to look through. */
const SPANS = 4;

/**
 * Keeps an entry for `lifeMs` milliseconds of `monotonic` since it was set, and under steady use for a quarter longer at the most: spans are
 * dropped as a whole by the set that begins a new one, which costs a set nothing and bounds what a busy hour keeps.
 */
export function createRecent<T>(lifeMs: number, monotonic: () => number): Recent<T> {
  const spanMs = lifeMs / SPANS;
  /** The youngest first. */
  let spans: { readonly begun: number; readonly entries: Map<string, T> }[] = [];

  return {
    get(name) {
      for (const { entries } of spans) {
        const value = entries.get(name);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    set(name, value) {
      const now = monotonic();
      let youngest = spans[0];
      if (!youngest || now - youngest.begun >= spanMs) {
        youngest = { begun: now, entries: new Map() };
        spans = [youngest, ...spans.filter(({ begun }) => now - begun < lifeMs + spanMs)];
      }
      youngest.entries.set(name, value);
    },
    delete(name) {
      for (const { entries } of spans) entries.delete(name);
    },
  };
}
