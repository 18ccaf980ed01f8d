/** The fields that are there: GramJS writes a flag for every key that is not undefined, `null` and `false` are left out here. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], null | undefined | false> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== false);
  // Object.fromEntries forgets which keys it was given; they are a subset of T's.
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], null | undefined | false> };
}
