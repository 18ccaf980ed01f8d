import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import { isAsyncIterable } from 'graphql-yoga';
import type { Pipeline } from '../behind-node.ts';
import { deadlineExceeded, withinDeadline } from '../plugins/use-deadline.ts';
import type { LiveStreams } from '../plugins/use-live-streams.ts';
import { chosenOperation } from '../plugins/use-request-checks.ts';
import { type ErrorMask, UNEXPECTED } from '../request/error-masking.ts';
import { logOperation, noteErrors } from '../request/note-operation.ts';
import { currentRecord } from '../request/request-record.ts';

export interface OperationsOptions {
  readonly yoga: Pipeline;
  readonly streams: LiveStreams;
  readonly maskError: ErrorMask;
}

/** The payload of a `subscribe` message. */
interface Payload {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/**
 * Carries out operations of graphql-ws by Yoga's own pipeline, so that the limits, the error mask and the context are those of
 * HTTP. Each runs inside of its record; only queries and mutations obey the request's deadline.
 */
export function createOperations(options: OperationsOptions) {
  const { yoga, streams, maskError } = options;
  const tooLate = (deadlineMs: number): ExecutionResult => {
    const { code, message } = deadlineExceeded(deadlineMs);
    return { errors: [new GraphQLError(message, { extensions: { code } })] };
  };

  /** For what a plugin throws: graphql-ws would close the socket with all that runs over it. */
  async function caught<T>(work: () => T | PromiseLike<T>): Promise<T | ExecutionResult> {
    try {
      return await work();
    } catch (error) {
      return { errors: [maskError(error, UNEXPECTED)] };
    }
  }

  return {
    /** What to execute, or the errors for which nothing is. */
    async prepare({ query, operationName, variables }: Payload): Promise<ExecutionArgs | readonly GraphQLError[]> {
      const { parse, validate, schema, contextFactory } = yoga.getEnveloped({});
      try {
        const document = parse(query);
        chosenOperation(document, operationName);
        const errors: readonly GraphQLError[] = validate(schema, document);
        if (errors.length > 0) return refused(errors.map((error) => maskError(error, UNEXPECTED)));
        const contextValue = await contextFactory();
        return {
          schema,
          document,
          contextValue,
          operationName: operationName ?? null,
          variableValues: variables ?? null,
        };
      } catch (error) {
        const thrown = error instanceof AggregateError ? error.errors : [error];
        return refused(thrown.map((one) => maskError(withParseCode(one), UNEXPECTED)));
      }
    },
    async execute(args: ExecutionArgs): Promise<ExecutionResult> {
      const { execute } = yoga.getEnveloped({});
      const work = () => caught<ExecutionResult>(() => execute(args));
      const result = await withinDeadline(work, tooLate);
      logResult(result);
      return result;
    },
    async subscribe(args: ExecutionArgs): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
      const { subscribe } = yoga.getEnveloped({});
      const result = await caught<ExecutionResult | AsyncIterable<ExecutionResult>>(() => subscribe(args));
      if (!isAsyncIterable(result)) {
        logResult(result);
        return result;
      }
      logResult({});
      return streams.track(result);
    },
  } satisfies Pick<ServerOptions, 'execute' | 'subscribe'> & { prepare: unknown };
}

function refused(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  logResult({ errors });
  return errors;
}

/** The access log's line, as HTTP has it. */
function logResult(result: Pick<ExecutionResult, 'errors'>): void {
  const record = currentRecord();
  noteErrors(record, result);
  logOperation(record.scope.log(), record, { transport: 'websocket' });
}

/** Yoga only gives syntax errors their code when they came by HTTP. */
function withParseCode(error: unknown): unknown {
  if (error instanceof GraphQLError && error.extensions['code'] === undefined)
    error.extensions['code'] = 'GRAPHQL_PARSE_FAILED';
  return error;
}

/** A result without what the pipeline keeps in its errors for HTTP. */
export function forTheClient(result: OperationResult): FormattedExecutionResult {
  const { data, errors, extensions } = result;
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: formatErrors(errors) }),
    ...(extensions && { extensions }),
  };
}

/** graphql's ExecutionResult, and graphql-ws's, which was made without exactOptionalPropertyTypes. */
interface OperationResult {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
}

export function formatErrors(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
  return errors.map((error) => {
    const { http: _, unexpected: __, ...extensions } = error.extensions;
    return { ...error.toJSON(), extensions };
  });
}
