import { getOperationAST } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Logger } from '../../base/log.ts';
import { logOperation, noteErrors } from '../request/note-operation.ts';
import { currentRecord, elapsedMs } from '../request/request-record.ts';
import { isGraphqlPath } from './use-routes.ts';

/**
 * One line for each operation: who asked from where, what it was called, how it went, how long it took. Never the document, the
 * variables or the answer: invite links and people's names are in there. Health checks and the GraphiQL page are only told
 * at `debug`; what was executed has its line wherever it was sent.
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
      const { requestId } = scope;
      const { status, headers } = response;
      const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
      if (operation || (isGraphqlPath(path) && !isPage)) logOperation(log, record, { requestId, status });
      else
        log.debug(
          { requestId, path, status, ms: elapsedMs(record), ...(errorCodes.length > 0 && { errorCodes }) },
          'request',
        );
    },
  };
}
