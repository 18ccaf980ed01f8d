import type { ExecutionResult } from 'graphql';
import type { RequestRecord } from './request-record.ts';

/** Notes the codes of a result's errors, each once, for the access log. */
export function noteErrors({ errorCodes }: RequestRecord, { errors = [] }: Pick<ExecutionResult, 'errors'>): void {
  for (const { extensions } of errors) {
    const code = extensions?.['code'];
    const word = typeof code === 'string' ? code : 'UNKNOWN';
    if (!errorCodes.includes(word)) errorCodes.push(word);
  }
}
