import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** What Yoga hands on of a request that came by Node's server. */
export interface NodeContext {
  readonly req: IncomingMessage;
}

/**
 * Refuses bodies of more than `limit` bytes. Where the length is told beforehand, Node reads no more than that, and nothing is
 * left to count; where it is not, bytes are counted as they come. Yoga's own limit would pass every body through a stream
 * and a second request.
 */
export function useBodyLimit(limit: number): Plugin<object, NodeContext> {
  return {
    onRequestParse({ requestParser, setRequestParser, serverContext: { req } }) {
      const told = req.headers['content-length'];
      if (told === undefined) {
        if (requestParser) setRequestParser((request) => Promise.race([tooMuch(req, limit), requestParser(request)]));
      } else if (Number(told) > limit) throw tooLarge();
    },
  };
}

/** Rejects when more has come; the rest is then read away by whoever answers. Counts from the same moment as the reader reads. */
function tooMuch(request: IncomingMessage, limit: number): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > limit) reject(tooLarge());
  });
  return promise;
}

function tooLarge(): GraphQLError {
  return new GraphQLError('Request body too large', {
    extensions: { code: 'REQUEST_ENTITY_TOO_LARGE', http: { status: 413 } },
  });
}
