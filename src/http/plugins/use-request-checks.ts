import { isUtf8 } from 'node:buffer';
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { type DocumentNode, GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** One of these headers lets a request pass that a browser would send from any page without asking first. */
export const CSRF_HEADERS = ['x-graphql-yoga-csrf', 'graphql-require-preflight'];

/**
 * Refuses requests that a foreign page could have sent: forms, plain text, no content type at all. Only the wording is ours;
 * somebody who sees it most likely forgot the content type.
 */
export function useCsrfRefusal(): Plugin {
  const prevention: Plugin = useCSRFPrevention({ requestHeaders: CSRF_HEADERS });
  return {
    onRequestParse(payload) {
      try {
        return prevention.onRequestParse?.(payload);
      } catch {
        throw new GraphQLError(
          `Send the body as "Content-Type: application/json". Other requests need the header ${CSRF_HEADERS[0]} with any ` +
            'value, because a browser would send them from any page without asking.',
          { extensions: { code: 'CSRF_PREVENTED', http: { status: 403 } } },
        );
      }
    },
  };
}

/**
 * Says in words what Yoga answers with an empty body (a content type it cannot read) or with a 500 (broken JSON in a URL), and
 * refuses text in an encoding that would be read wrong without a word.
 */
export function useReadableRequests(): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      if (request.method !== 'GET' && request.method !== 'POST') return;
      if (requestParser === undefined) {
        throw unsupported('The content type is not supported: send "Content-Type: application/json".');
      }
      if (request.method === 'POST') {
        const charset = CHARSET.exec(request.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
        if (charset !== 'utf-8' && charset !== 'utf8') {
          throw unsupported(
            'The charset is not supported: send the body in UTF-8, as "Content-Type: application/json".',
          );
        }
      }
      setRequestParser(async (readable) => {
        // The bytes are kept for the parser, which would read what is no UTF-8 as U+FFFD.
        if (readable.method === 'POST' && !isUtf8(await readable.arrayBuffer())) {
          throw unreadable('The body is not UTF-8: encode it as UTF-8 and send it again.');
        }
        try {
          return await requestParser(readable);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          throw unreadable('"variables" and "extensions" must be JSON objects.');
        }
      });
    },
  };
}

/** Over HTTP, before Yoga's check, whose codes and words are others: an operation can be chosen, and a GET has no mutation. */
export function useOperationChoice(): Plugin {
  return {
    onParse:
      () =>
      ({ result, context: { request, params } }) => {
        // Over WebSocket there is no request, and `prepare` checks.
        if (!request || result instanceof Error) return;
        const { operation } = chosenOperation(result, params.operationName);
        if (operation !== 'mutation' || request.method !== 'GET') return;
        throw new GraphQLError('A mutation comes by POST.', {
          extensions: { code: 'METHOD_NOT_ALLOWED', http: { status: 405, headers: { allow: 'POST' } } },
        });
      },
  };
}

/** The operation that is to run. Throws when the document and the name do not tell which one. */
export function chosenOperation(document: DocumentNode, operationName: string | null | undefined) {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  throw new GraphQLError(
    'The request does not say which operation to run: send a document with one operation, or the name of one of its ' +
      'operations as "operationName".',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
  );
}

/** In a content type in lower case. */
const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]*)/;

function unsupported(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNSUPPORTED_MEDIA_TYPE', http: { status: 415 } } });
}

function unreadable(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
