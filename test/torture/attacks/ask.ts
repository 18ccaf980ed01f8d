export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly data?: Readonly<Record<string, { readonly __typename?: string } | null>> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  };
  readonly text: string;
  readonly ms: number;
}

/** Above any deadline of the gateway. */
const PATIENCE_MS = 20_000;

/** Over a connection of its own or one that is kept, as `fetch` likes. */
export async function ask(url: string, { query, variables = {}, key, headers = {} }: Question): Promise<Answer> {
  const begun = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await response.text();
  const body: Answer['body'] = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, body, text, ms: performance.now() - begun };
}
