import type { GeneratedOperation, Pools } from './generate.ts';

/** What came back of one operation. */
export interface Answered {
  readonly status: number;
  /** The whole answer; of a subscription that stands, nothing. */
  readonly text: string;
  /** From sending to the end of the answer. */
  readonly ms: number;
}

/** Asks over HTTP: a short query now and then by GET, a subscription as an event stream that is left once it stands. */
export async function ask(url: string, { kind, query, variables }: GeneratedOperation): Promise<Answered> {
  const begun = performance.now();
  const gone = new AbortController();
  const asked = new URL(url);
  const isGet = kind === 'query' && query.length % 5 === 0 && query.length < 4_000;
  if (isGet) {
    asked.searchParams.set('query', query);
    asked.searchParams.set('variables', JSON.stringify(variables));
  }
  const response = await fetch(asked, {
    method: isGet ? 'GET' : 'POST',
    headers: {
      accept: kind === 'subscription' ? 'text/event-stream' : 'application/graphql-response+json',
      'x-graphql-yoga-csrf': '1',
      ...(!isGet && { 'content-type': 'application/json' }),
    },
    ...(!isGet && { body: JSON.stringify({ query, variables }) }),
    signal: gone.signal,
  });
  const stands = kind === 'subscription' && response.ok;
  const text = stands ? '' : await response.text();
  if (stands) gone.abort();
  return { status: response.status, text, ms: performance.now() - begun };
}

interface World {
  readonly data: Readonly<Record<'big' | 'community', WorldChat>>;
}

interface WorldChat {
  readonly id: string;
  readonly exportedInvites: { readonly edges: readonly Edge[] };
  readonly joinRequests: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string; readonly link: string; readonly admin: { readonly id: string } };
}

/** Names of the sandbox's world, as a caller learns of them, and some that are none. */
export async function worldPools(url: string): Promise<Pools> {
  const chat =
    'id exportedInvites(first: 10) { edges { cursor node { id link admin { id } } } } joinRequests(first: 3) { edges { node { id } } }';
  const query = `{ big: chat(peer: "sandbox_big") { ${chat} } community: chat(peer: "sandbox_community") { ${chat} } }`;
  const { text } = await ask(url, { kind: 'query', query, variables: {} });
  const { big, community }: World['data'] = JSON.parse(text).data;
  const edges = [...big.exportedInvites.edges, ...community.exportedInvites.edges];
  return {
    Peer: [
      ...Array(9).fill('sandbox_big'),
      '@sandbox_big',
      'sandbox_community',
      'sandbox_news',
      'sandbox_host_1',
      'me',
      '7',
      '[',
    ],
    InviteLink: [...edges.map(({ node }) => node.link), 'https://t.me/+AbCdEfGhIjKlMnOp'],
    ID: [
      ...Array(9).fill(big.id),
      community.id,
      ...edges.flatMap(({ node }) => [node.id, node.admin.id]),
      ...big.joinRequests.edges.map(({ node }) => node.id),
      'none',
    ],
    String: [
      '',
      'flyer',
      'a',
      '"\\\n',
      'ё'.repeat(40),
      '\ud83d\ude00'.repeat(32),
      ...edges.map(({ cursor }) => cursor),
    ],
    DateTime: ['2037-01-01T00:00:00Z', '2001-01-01T00:00:00Z'],
  };
}
