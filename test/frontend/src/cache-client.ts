import { readFileSync } from 'node:fs';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { type AnyVariables, Client, fetchExchange } from '@urql/core';
import { cacheExchange, type Data } from '@urql/exchange-graphcache';
import { buildSchema, type IntrospectionQuery, introspectionFromSchema } from 'graphql';

type Fields = Readonly<Record<string, unknown>>;

/** A GraphQL client whose cache keeps each object once, under its type and `id`, as a frontend has it. */
export interface CacheClient {
  /** Sends it; what comes back is in the cache afterwards. Throws what GraphQL or the network answers as an error. */
  mutate(document: string, variables: Fields): Promise<Fields>;
  /** The link of this global id as the cache has it, which every component on the page shows; `null`: it has none. */
  link(id: string): Promise<Fields | null>;
}

const read = (file: string) => readFileSync(new URL(`../../../schema/${file}`, import.meta.url), 'utf8');
const schema = buildSchema(read('schema.graphql'));
/** As Graphcache wants it. */
export const introspection: IntrospectionQuery = introspectionFromSchema(schema);
/** As Apollo Client wants it. */
export const possibleTypes: Record<string, string[]> = JSON.parse(read('possible-types.json'));
const LINK_FIELDS = 'id link title revoked';

function apollo(url: string): CacheClient {
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache({ possibleTypes }) });
  const fragment = gql(`fragment CachedLink on ExportedChatInvite { ${LINK_FIELDS} }`);
  return {
    async mutate(document, variables) {
      const { data } = await client.mutate<Fields>({ mutation: gql(document), variables });
      return data ?? {};
    },
    link: async (id) => client.readFragment<Fields>({ id: `ExportedChatInvite:${id}`, fragment }),
  };
}

function urql(url: string): CacheClient {
  const client = new Client({
    url,
    preferGetMethod: false,
    exchanges: [
      cacheExchange({
        schema: introspection,
        keys: { ExportedChatInviteReplaced: () => null },
        // As on a page that lists what was made: what no query leads to is forgotten at once.
        updates: {
          Mutation: {
            exportChatInvite: ({ result }: { readonly result: Data & { readonly id: string } }, _, cache) =>
              cache.link('Query', 'node', { id: result.id }, result),
          },
        },
      }),
      fetchExchange,
    ],
  });
  const cached = `query ($id: ID!) { node(id: $id) { ... on ExportedChatInvite { ${LINK_FIELDS} } } }`;
  return {
    async mutate(document, variables) {
      const { data, error } = await client.mutation<Fields, AnyVariables>(document, variables).toPromise();
      if (error) throw error;
      return data ?? {};
    },
    async link(id) {
      const only = { requestPolicy: 'cache-only' } as const;
      const { data } = await client.query<{ readonly node: Fields | null }>(cached, { id }, only).toPromise();
      return data?.node ?? null;
    },
  };
}

/** By the name of the library. */
export const cacheClients = { 'Apollo Client': apollo, 'urql with Graphcache': urql };
