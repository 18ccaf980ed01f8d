/**
 * Bounds a cache that may become large to this many entries: lru-cache would take the room for `max` of them, and the time to
 * clear it, when the cache is made.
 */
export function upTo(entries: number): { readonly maxSize: number; readonly sizeCalculation: () => number } {
  return { maxSize: entries, sizeCalculation: () => 1 };
}
