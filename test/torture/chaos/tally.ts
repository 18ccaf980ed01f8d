import type { Verdicts } from './judge.ts';
import type { Played } from './play.ts';

/** What a run comes to. */
export interface Tally {
  note(played: Played, verdicts: Verdicts): void;
  /** Something besides the histories went wrong. */
  fail(): void;
  failures(): number;
  /** Since the run began. */
  seconds(): number;
  summary(): string;
}

export function createTally(): Tally {
  const began = performance.now();
  const replies = new Map<string, number>();
  const struck = new Map<string, number>();
  const kinds = new Map<string, number>();
  const sums = {
    histories: 0,
    failed: 0,
    restarts: 0,
    effects: 0,
    othersInWindow: 0,
    stillUnknown: 0,
    other: 0,
    slowestMs: 0,
  };
  const count = (into: Map<string, number>, name: string, times = 1) => into.set(name, (into.get(name) ?? 0) + times);
  const written = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort(([, one], [, other]) => other - one)
      .map(([name, times]) => `${name} ${times}`)
      .join(', ') || 'none';
  const seconds = () => Math.round((performance.now() - began) / 1000);

  return {
    note(played, verdicts) {
      sums.histories += 1;
      sums.failed += verdicts.problems.length > 0 ? 1 : 0;
      sums.restarts += played.restarts;
      sums.effects += played.effects.length;
      sums.othersInWindow += verdicts.othersInWindow;
      sums.stillUnknown += verdicts.stillUnknown;
      for (const reply of [...played.replies, ...played.afterwards].flat()) {
        count(replies, reply.verdict);
        sums.slowestMs = Math.max(sums.slowestMs, Math.round(reply.ended - reply.began));
      }
      for (const [kind, times] of played.struck) count(struck, kind, times);
      for (const kind of new Set(verdicts.problems.map((problem) => problem.kind))) count(kinds, kind);
    },
    fail() {
      sums.other += 1;
    },
    failures: () => sums.failed + sums.other,
    seconds,
    summary: () =>
      [
        `${sums.histories} histories in ${seconds()} s, ${sums.failed} failed (${written(kinds)})`,
        `answers: ${written(replies)}; the slowest took ${sums.slowestMs} ms`,
        `done in Telegram: ${sums.effects}; keys that stayed UNKNOWN where nothing more can be known: ${sums.stillUnknown}`,
        `links of other clients given within the window: ${sums.othersInWindow}`,
        `struck: ${written(struck)}; restarts ${sums.restarts}`,
      ].join('\n'),
  };
}
