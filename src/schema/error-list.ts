import { isObjectType } from 'graphql';
import { ACCOUNT_ADVICE, SIGN_IN_ADVICE } from '../services/errors/errors.ts';
import { accountReasons, gatewayFaults, serverFaults, waits } from '../services/errors/refusal-table.ts';
import { telegramErrors } from '../services/errors/telegram-errors.ts';
import { schema } from './index.ts';

/** Whether to send a refused request again, and what a person reads of it. */
export const REPEAT = {
  never: 'The same request meets the same answer, until its input or something in Telegram has changed.',
  'after-wait': 'Not before `retryAfterSeconds` are over.',
  'same-request': 'Nothing was done. The same request, with the same `idempotencyKey`, may succeed in a moment.',
  'find-out':
    'It may have been done. A repetition with the same `idempotencyKey` finds out and does nothing twice; without a key, look ' +
    'first. Where `outcome` is NOT_EXECUTED, nothing was done.',
} as const;

/** What can fail, under one `code`. */
export interface ListedError {
  /** `code` of a union and `extensions.code` of a read. `null`: any name of Telegram that is not in the list. */
  readonly code: string | null;
  /** The type that a union tells it by; `null`: no union has it. */
  readonly type: string | null;
  /** What it means and what to do, in English. */
  readonly message: string;
  /** What the type has beside `message` and `code`; of an error without a type, what its extensions have. */
  readonly fields: readonly string[];
  readonly repeat: keyof typeof REPEAT;
}

type Row = readonly [
  code: string | null,
  type: string | null,
  repeat: ListedError['repeat'],
  message: string,
  fields?: string[],
];

/** Failures of the gateway that have no Telegram name. */
const OWN: readonly Row[] = [
  [
    'INVALID_INPUT',
    'InvalidInputError',
    'never',
    'The input breaks rules; issues names every field. Nothing was sent.',
  ],
  [
    'IDEMPOTENCY_KEY_REUSED',
    'IdempotencyKeyReusedError',
    'never',
    'This idempotencyKey came with another input before; a new request takes a new key.',
  ],
  [
    'IDEMPOTENCY_UNAVAILABLE',
    'IdempotencyUnavailableError',
    'same-request',
    'The gateway cannot write the idempotencyKey down just now, so nothing was sent.',
  ],
  [
    'ACCOUNT_NOT_FOUND',
    'AccountNotFoundError',
    'never',
    'The gateway has no account with this name; Query.accounts lists them. Nothing was sent.',
  ],
  [
    'PEER_NOT_FOUND',
    'PeerNotFoundError',
    'never',
    'This account has never seen the id. Give a username, or let the account join first.',
  ],
  [
    'ACCOUNT_IN_USE',
    'AccountInUseError',
    'never',
    'Another gateway on the same store acts as the account. Nothing was changed.',
  ],
  [
    'STORE_UNAVAILABLE',
    'StoreUnavailableError',
    'same-request',
    'The store cannot be read or written; the message says what was done.',
  ],
  ['ACCOUNT_NAME_TAKEN', 'AccountNameTakenError', 'never', 'Another account of the gateway has this name.'],
  ['ACCOUNT_EXISTS', 'AccountExistsError', 'never', 'This Telegram user is an account of the gateway already.'],
  [
    'SIGN_IN_NOT_FOUND',
    'SignInNotFoundError',
    'never',
    'This caller has no sign-in with this id: it belongs to whoever began it, and is forgotten some minutes after its end.',
  ],
  [
    'SIGN_IN_STEP',
    'SignInStepError',
    'never',
    'The sign-in does not wait for this now: its step says for what. Nothing was sent.',
  ],
  ['TOO_MANY_SIGN_INS', 'TooManySignInsError', 'after-wait', 'As many sign-ins are under way as may be.'],
  ...Object.entries(SIGN_IN_ADVICE).map(([code, advice]): Row => [code, 'SignInEndedError', 'never', advice]),
  ['TELEGRAM_UNAVAILABLE', 'TelegramUnavailableError', 'find-out', 'Telegram did not answer, or cannot be reached.'],
  ['GATEWAY_BUSY', 'GatewayBusyError', 'after-wait', 'More calls wait than the gateway takes, so nothing was sent.'],
  [
    'SUBSCRIBER_TOO_SLOW',
    null,
    'same-request',
    'Events waited that nobody read, so the stream ended: subscribe again, then list Chat.joinRequests.',
  ],
  [
    'EVENTS_LOST',
    null,
    'same-request',
    'Telegram no longer has all that a bot account missed, so the stream ended: subscribe again.',
  ],
];

/** What HTTP and GraphQL refuse before a field is asked for, and bugs. They stand in errors, and in no union. */
const OF_THE_REQUEST: readonly Row[] = [
  ['BAD_USER_INPUT', null, 'never', 'The document, its variables or a scalar are not valid.'],
  ['GRAPHQL_PARSE_FAILED', null, 'never', 'The document is not GraphQL.'],
  ['GRAPHQL_VALIDATION_FAILED', null, 'never', 'The document asks for what the schema does not have.'],
  [
    'OPERATION_RESOLUTION_FAILURE',
    null,
    'never',
    'The request does not say which of its operations to run: send the name of one as operationName.',
  ],
  [
    'QUERY_TOO_COSTLY',
    null,
    'never',
    'The operation costs more than the gateway allows: ask for shorter lists, or split it.',
    ['price', 'limits', 'first'],
  ],
  ['QUERY_TOO_DEEP', null, 'never', 'The operation is nested too deep.'],
  ['TOO_MANY_TOKENS', null, 'never', 'The document is too long.'],
  ['TOO_MANY_ALIASES', null, 'never', 'The operation has too many aliases.'],
  ['TOO_MANY_DIRECTIVES', null, 'never', 'The operation has too many directives.'],
  [
    'TOO_MANY_OPERATIONS',
    null,
    'after-wait',
    'This client has as many operations under way as it may have. Nothing was done.',
    ['limit', 'retryAfterSeconds'],
  ],
  [
    'TOO_MANY_SUBSCRIPTIONS',
    null,
    'same-request',
    'This client has as many subscriptions as it may have: end one first.',
    ['limit'],
  ],
  ['UNAUTHENTICATED', null, 'never', 'The request needs a key of this gateway.'],
  ['TOO_MANY_WRONG_KEYS', null, 'never', 'This address has sent too many wrong keys. A right key always passes.'],
  ['DEADLINE_EXCEEDED', null, 'find-out', 'The request was not answered in time and was given up.'],
  ['SHUTTING_DOWN', null, 'same-request', 'The gateway is shutting down and takes no new requests. Nothing was done.'],
  ['INTERNAL_SERVER_ERROR', null, 'find-out', 'A bug: the log has it under this request id.', ['requestId']],
  ['BAD_REQUEST', null, 'never', 'The request is not one that HTTP and GraphQL allow.'],
  [
    'CSRF_PREVENTED',
    null,
    'never',
    'The request could be a form of another page: send content-type: application/json.',
  ],
  ['FORBIDDEN_HOST', null, 'never', 'Without keys the gateway answers only to a loopback name.'],
  ['FORBIDDEN_ORIGIN', null, 'never', 'This origin is not allowed; set CORS_ORIGINS.'],
  ['METHOD_NOT_ALLOWED', null, 'never', 'GraphQL takes POST, and GET for queries.'],
  ['NOT_ACCEPTABLE', null, 'never', 'The gateway has no answer in a media type that the request accepts.'],
  ['NOT_FOUND', null, 'never', 'Nothing is at this address.'],
  ['CONSOLE_OFF', null, 'never', 'There is no console here: it is off, or not built.'],
  ['HTTPS_NEEDED', null, 'never', 'A browser keeps a session of the console only over HTTPS, or on 127.0.0.1.'],
  ['GRAPHIQL_OFF', null, 'never', 'GraphiQL is off here.'],
  ['REQUEST_ENTITY_TOO_LARGE', null, 'never', 'The body is too large.'],
  ['UNSUPPORTED_MEDIA_TYPE', null, 'never', 'The body has to be JSON in UTF-8.'],
];

const UNEXPECTED = 'UnexpectedTelegramError';
const named = (names: Iterable<string>, row: (name: string) => Row) => [...names].map(row);

function listed([code, type, repeat, message, fields = []]: Row): ListedError {
  const object = schema.getType(type ?? '');
  const ofType = isObjectType(object) ? Object.keys(object.getFields()).sort() : fields;
  return { code, type, message, fields: ofType.filter((name) => name !== 'message' && name !== 'code'), repeat };
}

/** Failures that have no Telegram name. */
export const ownErrors: readonly ListedError[] = OWN.map(listed);

/** Failures of a whole request. */
export const requestErrors: readonly ListedError[] = OF_THE_REQUEST.map(listed);

/** Everything that can fail. */
export const errorList: readonly ListedError[] = [
  ...ownErrors,
  ...[
    ...[...telegramErrors.values()].map(
      ({ code, typeName, advice }): Row => [code, schema.getType(typeName) ? typeName : UNEXPECTED, 'never', advice],
    ),
    ...named(waits, (name) => [name, 'FloodWaitError', 'after-wait', 'Telegram asks this account to wait.']),
    ...Object.entries(accountReasons).map(
      ([name, reason]): Row => [name, 'AccountUnavailableError', 'never', ACCOUNT_ADVICE[reason]],
    ),
    ...named(serverFaults, (name) => [
      name,
      'TelegramUnavailableError',
      'find-out',
      'Telegram has trouble of its own.',
    ]),
    ...Object.entries(gatewayFaults).map(([name, advice]): Row => [name, UNEXPECTED, 'never', advice]),
    [
      null,
      UNEXPECTED,
      'never',
      'Telegram refused this with a name that the gateway does not expect of this call.',
    ] as const,
  ].map(listed),
  ...requestErrors,
];
