import type { ExecutionResult } from 'graphql';
import type { Logger } from '../../base/log.ts';
import { elapsedMs, type RequestRecord } from './request-record.ts';

/** Notes the codes of a result's errors, each once, for the access log. */
export function noteErrors({ errorCodes }: RequestRecord, { errors = [] }: Pick<ExecutionResult, 'errors'>): void {
  for (const { extensions } of errors) {
    const code = extensions?.['code'];
    const word = typeof code === 'string' ? code : 'UNKNOWN';
    if (!errorCodes.includes(word)) errorCodes.push(word);
  }
}

/** The access log's line of an operation; `how` is what its transport knows. */
export function logOperation(log: Logger, record: RequestRecord, how: Readonly<Record<string, unknown>>): void {
  const { operation, address, call, mutations, errorCodes, scope } = record;
  const line = {
    operation: operation?.name ?? null,
    type: operation?.type ?? null,
    caller: call.caller,
    address,
    ...(scope.asked.length > 0 && { accounts: scope.asked }),
    ...how,
    ms: elapsedMs(record),
    ...(mutations.size > 0 && { mutations: [...mutations.values()] }),
    ...(errorCodes.length > 0 && { errorCodes: [...new Set(errorCodes)] }),
  };
  log.info(line, 'operation');
}
