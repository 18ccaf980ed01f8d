import type { RequestRecord } from './request-record.ts';

/** What a caller may ask for beside the operation. */
export interface CallTerms {
  /** How long the caller waits for an answer. */
  readonly deadlineMs: number;
  /** Whether it would rather wait than hear of a flood wait that ends in that time. */
  readonly waitsForFloods: boolean;
}

const DEADLINE = 'x-deadline-ms';
const FLOODS = 'x-wait-for-floods';
/** The headers that hold them; over a WebSocket they may stand in `connectionParams`, as numbers and booleans too. */
export const TERMS_HEADERS: readonly string[] = [DEADLINE, FLOODS];

/** Kept back from the deadline, so that a typed answer is there before the request is given up. */
const MARGIN_MS = 500;
/** Of a short deadline, no more than this part. */
const LARGEST_MARGIN = 0.2;

/** The terms in these headers, or what is wrong with them in a sentence. `longestMs` holds where none is given. */
export function readTerms(get: (header: string) => unknown, longestMs: number): CallTerms | string {
  const deadline = String(get(DEADLINE) ?? longestMs);
  const floods = String(get(FLOODS) ?? false);
  const deadlineMs = /^\d{1,9}$/.test(deadline) ? Number(deadline) : 0;
  if (deadlineMs < 1 || deadlineMs > longestMs) return `${DEADLINE} has to be a whole number from 1 to ${longestMs}.`;
  if (floods !== 'true' && floods !== 'false') return `${FLOODS} has to be true or false.`;
  return { deadlineMs, waitsForFloods: floods === 'true' };
}

/** From here on the time runs; the calls to Telegram have a little less of it than the request. */
export function beginTerms(record: RequestRecord, terms: CallTerms): void {
  const { deadlineMs, waitsForFloods } = terms;
  record.deadlineMs = deadlineMs;
  record.call.deadline = performance.now() + deadlineMs - Math.min(MARGIN_MS, deadlineMs * LARGEST_MARGIN);
  record.call.waitsForFloods = waitsForFloods;
}
