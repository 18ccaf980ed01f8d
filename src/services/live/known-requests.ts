import { type Api, fromLong } from '../../telegram/tl.ts';

/** Which join requests of a chat were seen already. The same person with another date asks anew. */
export interface KnownRequests {
  /** Date of the newest one, Unix seconds; `null` before anything was taken in. Nothing older can be new. */
  readonly newest: number | null;
  isNew(request: Api.TypeChatInviteImporter): boolean;
  /** Takes requests in, oldest first. */
  add(requests: readonly Api.TypeChatInviteImporter[]): void;
  /** Requests up to this date, Unix seconds, were there before anybody looked. */
  ignoreUpTo(date: number): void;
}

/** More than wait at a door at the same time. What is older than the oldest that is kept counts as seen. */
const MOST_KEPT = 10_000;

export function createKnownRequests(mostKept = MOST_KEPT): KnownRequests {
  const dates = new Map<string, number>();
  let seenUpTo = 0;
  let newest: number | null = null;

  return {
    get newest() {
      return newest;
    },
    isNew: (request) => request.date > seenUpTo && !dates.has(requestKey(request)),
    add(requests) {
      for (const request of requests) {
        dates.set(requestKey(request), request.date);
        newest = Math.max(newest ?? 0, request.date);
      }
      for (const [key, date] of dates) {
        if (dates.size <= mostKept) break;
        dates.delete(key);
        seenUpTo = Math.max(seenUpTo, date);
      }
      newest ??= 0;
    },
    ignoreUpTo(date) {
      seenUpTo = Math.max(seenUpTo, date);
    },
  };
}

/** Tells requests apart: who, and when. */
export function requestKey({ userId, date }: Api.TypeChatInviteImporter): string {
  return `${fromLong(userId)}:${date}`;
}
