import type { CombinedError } from 'urql';
import type { RefusedFragment } from '../gql/graphql.ts';

/** Why something was not done: a member of the schema's interface `Error`, or a request that failed as a whole. */
export interface Refusal {
  /** The type in the schema; `null` for a request that failed as a whole. */
  readonly type: string | null;
  /** As schema/errors.json lists them; `NO_ANSWER` when none came. */
  readonly code: string;
  readonly message: string;
  /** When it makes sense to try again, by this browser's clock in milliseconds; `null`: there is nothing to wait for. */
  readonly retryAt: number | null;
  /** Nobody knows whether it was done. Repeating with the same idempotency key finds out, and does nothing twice. */
  readonly isUnknown: boolean;
  /** Whether repeating the very same may help. */
  readonly mayRepeat: boolean;
  /** What is wrong with each field of the input, by the name of the field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Of requests that failed as a whole: those that may have been carried out, and those that were not and may be repeated. */
const UNKNOWN = ['NO_ANSWER', 'DEADLINE_EXCEEDED', 'INTERNAL_SERVER_ERROR'];
const REPEATABLE = [
  'SHUTTING_DOWN',
  'TOO_MANY_SUBSCRIPTIONS',
  'SUBSCRIBER_TOO_SLOW',
  'EVENTS_LOST',
  'TELEGRAM_UNAVAILABLE',
];

const inMs = (seconds: unknown) => (typeof seconds === 'number' ? Date.now() + seconds * 1000 : null);

/** Whether the answer of a mutation says that it was refused. */
export const isRefused = (answer: object): answer is RefusedFragment => 'code' in answer;

/** A field of a part of the input goes by its own name and by that of the part; an argument by its name. */
const fieldsOf = (issues: readonly { readonly path: readonly string[]; readonly message: string }[]) =>
  Object.fromEntries(
    issues.flatMap(({ path, message }) => [path[1], path.at(-1)].map((name) => [name ?? '', message])),
  );

/** The refusal in the answer of a mutation. */
export function refusalOf(answer: RefusedFragment): Refusal {
  const { __typename: type, code, message } = answer;
  const retryAt = 'retryAfterSeconds' in answer ? inMs(answer.retryAfterSeconds) : null;
  const outcome = 'outcome' in answer ? answer.outcome : null;
  const issues = 'issues' in answer ? answer.issues : 'path' in answer ? [answer] : [];
  return {
    type,
    code,
    message,
    retryAt,
    isUnknown: outcome === 'UNKNOWN',
    mayRepeat: retryAt !== null || outcome !== null || type === 'IdempotencyUnavailableError',
    fields: fieldsOf(issues),
  };
}

/** The refusal in the errors of a read, of a subscription, or of a request that failed as a whole. */
export function refusalIn(failure: CombinedError | undefined): Refusal {
  const error = failure?.graphQLErrors[0];
  const code = error ? `${error.extensions['code'] ?? 'UNEXPECTED'}` : 'NO_ANSWER';
  const retryAt = inMs(error?.extensions['retryAfterSeconds']);
  const isUnknown = UNKNOWN.includes(code) || error?.extensions['outcome'] === 'UNKNOWN';
  return {
    type: null,
    code,
    message: error?.message ?? 'The connection to the gateway is lost, or the gateway does not run.',
    retryAt,
    isUnknown,
    mayRepeat: isUnknown || retryAt !== null || REPEATABLE.includes(code),
    fields: {},
  };
}
