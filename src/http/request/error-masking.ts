import { GraphQLError } from 'graphql';
import { currentRecord } from './request-record.ts';

/** Turns an expected failure of a read into a GraphQL error with extensions; `null` means a bug, which is masked. */
export type PresentError = (error: unknown) => GraphQLError | null;

/** What a caller may read of an error; `message` stands for what nobody may. */
export type ErrorMask = (error: unknown, message: string) => GraphQLError;

/** Stands for the message of a bug. */
export const UNEXPECTED = 'Unexpected error.';

/**
 * Decides what a caller may read of an error: what graphql-js says about the request itself, and what `present` has words
 * for. Anything else, a library's GraphQL error thrown inside a resolver included, becomes "Unexpected error." with the
 * request id under which the log holds the whole of it.
 */
export function createErrorMask(present: PresentError): ErrorMask {
  return (error, message) => {
    if (error instanceof GraphQLError && isAboutTheRequest(error)) return asRequestError(error);
    const thrown = unwrap(error);
    const presented = presentSafely(present, thrown);
    if (presented !== null) return placed(presented.message, error, presented.extensions);
    const { scope } = currentRecord();
    // After a deadline or a disconnect, work fails because it was told to stop.
    const level = scope.signal.aborted ? 'debug' : 'error';
    const path = error instanceof GraphQLError && error.path ? { path: error.path.join('.') } : {};
    scope.log()[level]({ err: thrown, ...path }, 'unexpected error');
    // `unexpected` makes Yoga answer 500 when there is no data at all; it does not reach the caller.
    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: scope.requestId, unexpected: true };
    return placed(message, error, extensions);
  };
}

/** Syntax, validation, variables, HTTP: no field was being resolved. Or an argument that only failed once variables were in. */
function isAboutTheRequest(error: GraphQLError): boolean {
  if (error.path === undefined) return true;
  return error.originalError instanceof GraphQLError && error.originalError.nodes !== undefined;
}

/** Callers get a code on every error, and 400 where graphql-js left the status of a whole request open. */
function asRequestError(error: GraphQLError): GraphQLError {
  if (error.extensions['code'] !== undefined) return error;
  const http = error.path === undefined && { http: { spec: true, status: 400 } };
  return placed(withoutObject(error.message), error, { ...http, ...error.extensions, code: 'BAD_USER_INPUT' });
}

/** graphql-js shows the whole input object that has a wrong field, a password inside included. */
function withoutObject(message: string): string {
  return message.replace(/ got invalid value [{[].*[}\]]((?: at "[^"]*")?; )/s, ' got an invalid value$1');
}

/** Yoga answers what is thrown from here in plain text, message and all. */
function presentSafely(present: PresentError, thrown: unknown): GraphQLError | null {
  try {
    return present(thrown);
  } catch (error) {
    currentRecord().scope.log().error({ err: error }, 'an error could not be presented');
    return null;
  }
}

/** The error that a resolver threw, out of the envelopes that graphql-js put around it. */
function unwrap(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError !== undefined) inner = inner.originalError;
  return inner;
}

/** A new error at the place in the document where the old one happened, and without the old one inside. */
function placed(message: string, at: unknown, extensions: Readonly<Record<string, unknown>>): GraphQLError {
  if (!(at instanceof GraphQLError)) return new GraphQLError(message, { extensions });
  const { nodes = null, source = null, positions = null, path = null } = at;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
