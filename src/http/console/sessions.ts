import { hash, randomBytes } from 'node:crypto';

/** Somebody who has signed in to the console. */
export interface Session {
  /** Whose key it was, as `callerOf` names it. */
  readonly caller: string;
  /** Of the page that has signed in; no page of another origin has this session. */
  readonly origin: string;
  /** Aborted when the session has ended, however it did. */
  readonly ended: AbortSignal;
}

/** In memory alone, so that no session outlives the process. */
export interface Sessions {
  /** Begins a session and answers its id, which is kept nowhere. Where there are too many, the least used one ends. */
  open(caller: string, origin: string): string;
  /** The session of an id, which counts as a use of it; `null` when there is none or it has ended. */
  find(id: string): Session | null;
  end(id: string): void;
  /** Ends all of them. */
  close(): void;
}

export const SESSION_LIMITS = Object.freeze({
  /** Milliseconds without a request after which a session ends. */
  idleMs: 8 * 3_600_000,
  /** Milliseconds after which it ends in any case. */
  longestMs: 7 * 86_400_000,
  atATime: 1_000,
  perCaller: 100,
});
/** Milliseconds between two looks for sessions whose time is over, as their streams are to end with them. */
const SWEEP_MS = 60_000;
const ID_BYTES = 32;

interface Entry extends Session {
  readonly openedAt: number;
  usedAt: number;
  readonly controller: AbortController;
}

/** `now` in milliseconds. */
export function createSessions(now: () => number = () => performance.now()): Sessions {
  /** By the digest of the id; the least used stand first. */
  const entries = new Map<string, Entry>();
  const digest = (id: string) => hash('sha256', id);
  const isOver = ({ openedAt, usedAt }: Entry) =>
    now() >= Math.min(usedAt + SESSION_LIMITS.idleMs, openedAt + SESSION_LIMITS.longestMs);
  const end = (key: string | undefined) => {
    const entry = entries.get(key ?? '');
    entries.delete(key ?? '');
    entry?.controller.abort();
  };
  const endThose = (over: (entry: Entry) => boolean) => {
    for (const [key, entry] of entries) if (over(entry)) end(key);
  };
  const sweep = setInterval(() => endThose(isOver), SWEEP_MS).unref();

  return {
    open(caller, origin) {
      const ofCaller = [...entries].filter(([, entry]) => entry.caller === caller).map(([key]) => key);
      if (ofCaller.length >= SESSION_LIMITS.perCaller) end(ofCaller[0]);
      if (entries.size >= SESSION_LIMITS.atATime) end(entries.keys().next().value);
      const id = randomBytes(ID_BYTES).toString('base64url');
      const controller = new AbortController();
      entries.set(digest(id), {
        caller,
        origin,
        ended: controller.signal,
        controller,
        openedAt: now(),
        usedAt: now(),
      });
      return id;
    },
    find(id) {
      const key = digest(id);
      const entry = entries.get(key);
      if (entry === undefined) return null;
      if (isOver(entry)) {
        end(key);
        return null;
      }
      entry.usedAt = now();
      entries.delete(key);
      entries.set(key, entry);
      return entry;
    },
    end: (id) => end(digest(id)),
    close() {
      clearInterval(sweep);
      endThose(() => true);
    },
  };
}
