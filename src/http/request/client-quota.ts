/** How many of something each client has, and bounds on it. */
export interface ClientQuota {
  /**
   * Takes one whose answer may have so many bytes. Answers what gives it back; `null` when the client has as many as it may,
   * or bytes.
   */
  take(client: string, bytes?: number): (() => void) | null;
}

export function createClientQuota(limit: number, mostBytes = Number.POSITIVE_INFINITY): ClientQuota {
  const taken = new Map<string, { count: number; bytes: number }>();
  return {
    take(client, bytes = 0) {
      const has = taken.get(client) ?? { count: 0, bytes: 0 };
      if (has.count >= limit || has.bytes + bytes > mostBytes) return null;
      taken.set(client, has);
      has.count += 1;
      has.bytes += bytes;
      return () => {
        has.count -= 1;
        has.bytes -= bytes;
        if (has.count === 0) taken.delete(client);
      };
    },
  };
}
