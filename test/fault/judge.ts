import type { Reply } from './ask.ts';

/** What a batch of callers was told, beside what the world says of it. */
export interface Outcome {
  readonly replies: readonly Reply[];
  /** How often it was done, for all callers together. */
  readonly total: number;
  /** How often it was done for each caller, as far as that can be told: for links, that the one it was given is its own. */
  readonly each: readonly number[];
}

/** After the deadline an answer may take so long to be written and read on a busy machine. */
const SLACK_MS = 1_000;

/** What is wrong with a batch. */
export interface Problems {
  /** What was done twice, what was told and is not so, what is no typed answer. */
  readonly wrong: readonly string[];
  /** What came after the deadline, or was given up at it without a typed answer. */
  readonly late: readonly string[];
}

export function judge({ replies, total, each }: Outcome, deadlineMs: number): Problems {
  const count = (verdict: Reply['verdict']) => replies.filter((reply) => reply.verdict === verdict).length;
  const [done, unknown] = [count('DONE'), count('UNKNOWN') + count('BROKEN')];
  const wrong: string[] = [];
  const late: string[] = [];
  if (total > done + unknown) wrong.push(`done ${total} times, told as done or unknown ${done + unknown} times`);
  if (total < done) wrong.push(`told as done ${done} times, done ${total} times`);
  for (const [caller, { verdict, type, ms }] of replies.entries()) {
    const times = each[caller] ?? 0;
    if (verdict === 'BROKEN') (type.startsWith('504') ? late : wrong).push(`no typed answer: ${type}`);
    if (verdict === 'DONE' && times !== 1) wrong.push(`told as done (${type}), done ${times} times for this caller`);
    if (verdict === 'NOT_DONE' && times > 0) wrong.push(`told as not done (${type}), but it was`);
    if (verdict === 'UNKNOWN' && times > 1) wrong.push(`told as unknown, done ${times} times`);
    if (ms > deadlineMs + SLACK_MS) late.push(`answered ${ms - deadlineMs} ms after the deadline`);
  }
  return { wrong: [...new Set(wrong)], late: [...new Set(late)] };
}
