/** One thing that somebody tries. */
export interface Attack {
  readonly tries: string;
  /** What must hold all the same. */
  readonly holds: string;
  /** Against `src/start.js` of this tree. Rejects when the attack succeeds; answers figures of a run. */
  run(tree: string): Promise<string>;
}

/** Only the time was exceeded, which another program may have taken. */
export class TooSlow extends Error {}
