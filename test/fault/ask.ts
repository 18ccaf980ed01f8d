/** What an answer says about the effect that was asked for. */
export type Verdict =
  /** Done: a success type came. */
  | 'DONE'
  /** Not done: any error type but an unknown outcome. */
  | 'NOT_DONE'
  /** `TelegramUnavailableError` with outcome UNKNOWN: done or not. */
  | 'UNKNOWN'
  /** No answer of the contract: not 200, an error outside of the union, or nothing at all. */
  | 'BROKEN';

export interface Reply {
  readonly verdict: Verdict;
  /** The union's member, with its outcome where it has one; else what came in place of an answer. */
  readonly type: string;
  /** The union's member as it came; empty where none did. */
  readonly result: Readonly<Record<string, unknown>>;
  /** How long the caller waited. */
  readonly ms: number;
}

/** How long a caller waits for an answer whose deadline has passed, before it is taken for one that hangs. */
const PATIENCE_MS = 10_000;

/** Sends a mutation whose only field is `result`, as a browser would. Never throws. */
export async function ask(url: string, query: string, input: object, deadlineMs: number): Promise<Reply> {
  const startedAt = performance.now();
  const { verdict, type, result } = await judge(url, { query, variables: { input } }, deadlineMs);
  return { verdict, type, result, ms: Math.round(performance.now() - startedAt) };
}

async function judge(url: string, body: object, deadlineMs: number): Promise<Omit<Reply, 'ms'>> {
  const broken = (type: string) => ({ verdict: 'BROKEN', type, result: {} }) as const;
  try {
    const response = await post(url, body, deadlineMs);
    const answer: unknown = await response.json();
    if (response.status !== 200 || hasErrors(answer)) return broken(`${response.status} ${JSON.stringify(answer)}`);
    const result = resultOf(answer);
    const name = String(result['__typename']);
    if (!name.endsWith('Error')) return { verdict: 'DONE', type: name, result };
    const { outcome } = result;
    const type = typeof outcome === 'string' ? `${name} ${outcome}` : name;
    return { verdict: outcome === 'UNKNOWN' ? 'UNKNOWN' : 'NOT_DONE', type, result };
  } catch (error) {
    return broken(error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : String(error));
  }
}

/** Any operation, with the deadline that its caller wants. Rejects when nothing comes long after that. */
export async function post(url: string, body: object, deadlineMs: number): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'x-deadline-ms': String(deadlineMs),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(deadlineMs + PATIENCE_MS),
  });
}

function hasErrors(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'errors' in answer;
}

function resultOf(answer: unknown): Record<string, unknown> {
  // JSON is untyped; the queries here have one field of that name.
  const { data } = answer as { data: { result: Record<string, unknown> } };
  return data.result;
}
