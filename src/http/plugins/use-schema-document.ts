import { createHash } from 'node:crypto';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isForSchemaDocument } from './use-routes.ts';

/** `/schema.graphql`: the schema as text, as it stands in schema/schema.graphql. Whoever may introspect it may have it so. */
export function useSchemaDocument(schema: GraphQLSchema): Plugin {
  let printed: ReturnType<typeof print> | null = null;
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (!isForSchemaDocument(url)) return;
      printed ??= print(schema);
      const { body, headers } = printed;
      const known = request.headers.get('if-none-match');
      const isKnown = known?.trim() === '*' || known?.includes(headers.etag);
      // Copied for each answer: Yoga's `Response` writes into what it is given.
      endResponse(
        new fetchAPI.Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers: { ...headers } }),
      );
    },
  };
}

function print(schema: GraphQLSchema) {
  const body = Buffer.from(`${printSchema(lexicographicSortSchema(schema))}\n`);
  return {
    body,
    headers: {
      'content-type': 'application/graphql; charset=utf-8',
      etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
      'cache-control': 'private, no-cache',
    },
  };
}
