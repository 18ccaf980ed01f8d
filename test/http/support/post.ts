/** What a GraphQL server answers, as far as these tests look. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly path?: readonly (string | number)[];
      readonly extensions?: Record<string, unknown>;
    }[];
  };
}

/** Sends an operation as clients do. The answer must be JSON. */
export async function post(
  url: string,
  query: string,
  options: {
    readonly headers?: Record<string, string>;
    readonly variables?: object;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Answer> {
  return read(
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...options.headers },
      body: JSON.stringify({ query, ...(options.variables && { variables: options.variables }) }),
      ...(options.signal && { signal: options.signal }),
    }),
  );
}

export async function read(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

/** `extensions.code` of every error. */
export function codes(answer: Answer): unknown[] {
  return (answer.body.errors ?? []).map((error) => error.extensions?.['code']);
}
