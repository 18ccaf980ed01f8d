import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { refuse } from '../request/refusal.ts';

const STREAM = 'text/event-stream';
const ANSWERS = ['application/json', 'application/graphql-response+json', STREAM];
const CODE = 'NOT_ACCEPTABLE';

/**
 * Refuses what could not be answered in a media type that the request accepts, before anything runs and in JSON. Yoga would run
 * it, and answer with an empty body.
 */
export function useAcceptable(): Plugin {
  return {
    onRequest({ request, endResponse }) {
      if (ANSWERS.some((type) => accepts(request, type))) return;
      const message = `Send "Accept: application/json" or "application/graphql-response+json", for a subscription "${STREAM}".`;
      endResponse(refuse(request, { status: 406, code: CODE, message }));
    },
    onSubscribe({ args: { contextValue }, setResultAndStopExecution }) {
      // Over WebSocket there is no request.
      if (!contextValue.request || accepts(contextValue.request, STREAM)) return;
      const message = `A subscription is answered as an event stream: send "Accept: ${STREAM}".`;
      const error = new GraphQLError(message, { extensions: { code: CODE, http: { status: 406 } } });
      setResultAndStopExecution({ errors: [error] });
    },
  };
}

/** As Yoga reads the header: without weights, and in UTF-8 alone. */
function accepts({ headers }: Request, type: string): boolean {
  const accept = headers.get('accept') || '*/*';
  if (accept === '*/*') return true; // as most programs send it
  const wanted = new Set(['*/*', type.replace(/\/.*/, '/*'), type]);
  return accept
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .split(',')
    .some((entry) => {
      const [media = '', ...parameters] = entry.split(';');
      const charset = parameters.find((parameter) => parameter.includes('charset=')) ?? 'charset=utf-8';
      return charset === 'charset=utf-8' && wanted.has(media);
    });
}
