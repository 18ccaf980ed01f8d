import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from '../log.ts';
import { noteErrors } from './note-operation.ts';
import { currentRecord, elapsedMs } from './request-record.ts';
import { isGraphqlPath } from './use-routes.ts';
import { isAsyncIterable } from './yoga.ts';

/**
 * One line for each operation: what it was called, how it went, how long it took. Never the document, the variables or the
 * answer: invite links and people's names are in there. Health checks and the GraphiQL page are only told at `debug`.
 */
export function useAccessLog(log: Logger): Plugin {
  const noteOperation: NonNullable<Plugin['onExecute']> & NonNullable<Plugin['onSubscribe']> = ({ args }) => {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation) currentRecord().operation = { type: operation.operation, name: operation.name?.value ?? null };
  };
  return {
    onExecute: noteOperation,
    onSubscribe: noteOperation,
    onResultProcess({ result }) {
      if (Array.isArray(result) || isAsyncIterable(result)) return;
      noteErrors(currentRecord(), result);
    },
    onResponse({ response }) {
      const record = currentRecord();
      const { scope, path, operation, errorCodes } = record;
      const isOperation = isGraphqlPath(path) && !response.headers.get('content-type')?.startsWith('text/html');
      const line = {
        requestId: scope.requestId,
        ...(isOperation ? { operation: operation?.name ?? null, type: operation?.type ?? null } : { path }),
        status: response.status,
        ms: elapsedMs(record),
        ...(errorCodes.length > 0 && { errorCodes: [...new Set(errorCodes)] }),
      };
      if (isOperation) log.info(line, 'operation');
      else log.debug(line, 'request');
    },
  };
}
