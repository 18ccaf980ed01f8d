/** How many of something each client has, and a bound on it. */
export interface ClientQuota {
  /** Takes one; what is answered gives it back. `null` when the client has as many as it may. */
  take(client: string): Disposable | null;
}

export function createClientQuota(limit: number): ClientQuota {
  const taken = new Map<string, number>();
  return {
    take(client) {
      const count = taken.get(client) ?? 0;
      if (count >= limit) return null;
      taken.set(client, count + 1);
      return {
        [Symbol.dispose]() {
          const left = (taken.get(client) ?? 1) - 1;
          if (left > 0) taken.set(client, left);
          else taken.delete(client);
        },
      };
    },
  };
}
