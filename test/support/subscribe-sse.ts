import type { GraphQLFormattedError } from 'graphql';

/** One event, or an answer that has errors only. */
export interface SubscriptionResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: unknown;
}

/** The results of one subscription as a client gets them; `for await` and `next()` both work. */
export interface SubscriptionClient extends AsyncIterableIterator<SubscriptionResult>, AsyncDisposable {
  /** Goes away as a client does: over WebSocket with `complete`, over SSE by dropping the connection. */
  close(): Promise<void>;
}

/**
 * Subscribes over server-sent events. A refusal before the stream (401, 503 …) is answered as the only result. Resolves when
 * the answer's head is there, which is after the server has subscribed.
 */
export async function subscribeSse(
  url: string,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<SubscriptionClient> {
  const gone = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: gone.signal,
  });
  const results = readResults(response, gone.signal);
  const close = async () => gone.abort();
  return Object.assign(results, { close, [Symbol.asyncDispose]: close });
}

async function* readResults(response: Response, gone: AbortSignal): AsyncGenerator<SubscriptionResult, undefined> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
    yield JSON.parse(await response.text());
    return;
  }
  let rest = '';
  try {
    for await (const text of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const events = (rest + text).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        if (event.startsWith('event: complete')) return;
        const data = event.split('\n').find((line) => line.startsWith('data: '));
        if (data) yield JSON.parse(data.slice('data: '.length));
      }
    }
  } catch (error) {
    if (!gone.aborted) throw error;
    return;
  }
  if (!gone.aborted) throw new Error('the stream ended without complete');
}
