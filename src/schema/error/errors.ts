import { GraphQLError } from 'graphql';
import { costs } from '../../base/price.ts';
import {
  AccountInUseError,
  AccountNotFoundError,
  AccountUnavailableError,
  FloodWaitError,
  GatewayBusyError,
  GatewayError,
  IdempotencyKeyReusedError,
  IdempotencyUnavailableError,
  type InputIssue,
  InvalidInputError,
  PeerNotFoundError,
  StoreUnavailableError,
  TelegramError,
  type TelegramErrorClass,
  TelegramUnavailableError,
} from '../../services/errors/errors.ts';
import { builder } from '../builder.ts';

/** What every failure is. */
export const ErrorInterface = builder.interfaceRef<GatewayError>('Error').implement({
  description: 'A failure that you can expect.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'A sentence that a person can act on. Its words may change: decide by the type or by `code`.',
      extensions: costs({ bytes: 1_000 }),
    }),
    code: t.exposeString('code', {
      description:
        'What failed, as `extensions.code` of a read says it: Telegram’s name (`CHAT_ADMIN_REQUIRED`, for a wait without its ' +
        'seconds: `FLOOD_WAIT`), or one of the gateway’s (`INVALID_INPUT`). schema/errors.json lists them.',
    }),
  }),
});

const TelegramErrorInterface = builder
  .interfaceRef<GatewayError & { readonly telegramCode: number }>('TelegramError')
  .implement({
    description:
      'A failure with a Telegram name: Telegram refused the call, or the gateway knew before sending that Telegram would.',
    interfaces: [ErrorInterface],
    fields: (t) => ({
      telegramCode: t.exposeInt('telegramCode', {
        description: 'The number that Telegram sent: 400, 403, 406, 420 … The name decides.',
      }),
    }),
  });

/** For a failure that is always about one field. */
export const FieldErrorInterface = builder
  .interfaceRef<GatewayError & { readonly field: readonly string[] | null }>('FieldError')
  .implement({
    description: 'A failure that is about one field of the input.',
    interfaces: [ErrorInterface],
    fields: (t) => ({
      path: t.stringList({
        description: 'The field, from the argument down: `["input", "usageLimit"]`.',
        extensions: costs({ rows: 4 }),
        resolve: ({ field }) => [...(field ?? ['input'])],
      }),
    }),
  });

const InputIssueType = builder.objectRef<InputIssue>('InputIssue').implement({
  description: 'One broken rule.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description: 'The field, from the argument down: `["input", "title"]`.',
      extensions: costs({ rows: 4 }),
    }),
    message: t.exposeString('message', {
      description: 'What is wrong with the field, and what is right.',
      extensions: costs({ bytes: 1_000 }),
    }),
    code: t.exposeString('code', {
      description: 'The `code` of the type that the rule has when it alone is broken: `USAGE_LIMIT_INVALID`.',
    }),
  }),
});

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description:
    'The input breaks several rules, or one that has no Telegram name. One that has a Telegram name and is broken alone is ' +
    'a type of its own. The gateway sent nothing to Telegram.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.field({
      type: [InputIssueType],
      description:
        'Every broken rule, those with a type of their own as well, with one entry for each field concerned.',
      extensions: costs({ rows: 10 }),
      resolve: (error) => [...error.issues],
    }),
  }),
});

builder.objectType(AccountNotFoundError, {
  name: 'AccountNotFoundError',
  description: 'The gateway has no account with the name that was asked for. The gateway sent nothing to Telegram.',
  interfaces: [ErrorInterface, FieldErrorInterface],
  fields: (t) => ({ name: t.exposeString('account', { description: 'The name, cut behind 60 characters.' }) }),
});

builder.objectType(PeerNotFoundError, {
  name: 'PeerNotFoundError',
  description:
    'This account has never seen the id, so the gateway cannot ask Telegram about it. Use a username, or join first.',
  interfaces: [ErrorInterface, FieldErrorInterface],
});

builder.objectType(IdempotencyKeyReusedError, {
  name: 'IdempotencyKeyReusedError',
  description:
    'This caller has sent the `idempotencyKey` with another input in the last 24 hours. The gateway did nothing for this request.',
  interfaces: [ErrorInterface, FieldErrorInterface],
});

builder.objectType(IdempotencyUnavailableError, {
  name: 'IdempotencyUnavailableError',
  description:
    'The gateway cannot write the `idempotencyKey` down, as when its disk is full, so it sent nothing for this ' +
    'request. Repeat the request with the same key later.',
  interfaces: [ErrorInterface],
});

builder.objectType(AccountInUseError, {
  name: 'AccountInUseError',
  description: 'Another gateway on the same store acts as the account. `message` says which. This one changed nothing.',
  interfaces: [ErrorInterface],
});

builder.objectType(StoreUnavailableError, {
  name: 'StoreUnavailableError',
  description: 'The gateway cannot read or write its store, as when its disk is full. `message` says what was done.',
  interfaces: [ErrorInterface],
});

builder.objectType(FloodWaitError, {
  name: 'FloodWaitError',
  description:
    'Telegram asks this account for a pause (FLOOD_WAIT_n and its kin). https://core.telegram.org/api/errors#420-flood',
  interfaces: [ErrorInterface, TelegramErrorInterface],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'Seconds to wait from now. An earlier call makes the wait longer.',
    }),
    retryAt: t.expose('retryAt', { type: 'DateTime', description: 'When the wait is over, by the gateway’s clock.' }),
  }),
});

const AccountUnavailableReason = builder.enumType('AccountUnavailableReason', {
  description: 'Why the account of the gateway cannot act.',
  values: {
    SESSION_DEAD: {
      description:
        'Telegram does not know the session, it is no longer valid, or two programs used it at once: sign in again.',
    },
    SESSION_REVOKED: { description: 'Another device has ended the session: sign in again.' },
    BANNED: { description: 'The account is banned.' },
    DEACTIVATED: { description: 'The account is deleted.' },
    FROZEN: { description: 'Telegram has frozen the account until its owner appeals in a Telegram app.' },
    LIMITED: {
      description: 'Telegram limits the account, as it sent too much (PEER_FLOOD), and does not say for how long.',
    },
  },
});

builder.objectType(AccountUnavailableError, {
  name: 'AccountUnavailableError',
  description: 'The account of the gateway cannot act until an operator does something. Repeating does not help.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    reason: t.expose('reason', { type: AccountUnavailableReason, description: 'What happened to the account.' }),
  }),
});

const UnavailableOutcome = builder.enumType('TelegramUnavailableOutcome', {
  description: 'Whether Telegram carried out the call.',
  values: {
    NOT_EXECUTED: { description: 'The call never reached Telegram. You may repeat it.' },
    UNKNOWN: { description: 'Telegram may have carried out the call. Look before you repeat it.' },
  },
});

builder.objectType(TelegramUnavailableError, {
  name: 'TelegramUnavailableError',
  description: 'Telegram did not answer in time, the connection was lost, or Telegram has trouble of its own (5xx).',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    outcome: t.expose('outcome', { type: UnavailableOutcome, description: 'Whether Telegram carried out the call.' }),
  }),
});

builder.objectType(GatewayBusyError, {
  name: 'GatewayBusyError',
  description:
    'As many calls of this account are under way and waiting as the gateway takes. The gateway sent nothing to ' +
    'Telegram: you may repeat the request.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', { description: 'Seconds after which there should be room.' }),
  }),
});

// Bound to the base class: a Telegram error that has no type of its own in a union shows as this one.
builder.objectType(TelegramError, {
  name: 'UnexpectedTelegramError',
  description:
    'A Telegram error whose name the gateway does not know, or does not expect of this call. It passes the error on unmasked.',
  interfaces: [ErrorInterface, TelegramErrorInterface],
});

/** What any mutation may meet, beside its own errors. */
export const commonErrors = [
  AccountNotFoundError,
  InvalidInputError,
  IdempotencyKeyReusedError,
  IdempotencyUnavailableError,
  FloodWaitError,
  AccountUnavailableError,
  TelegramUnavailableError,
  GatewayBusyError,
  TelegramError,
] as const;

const implemented = new Set<TelegramErrorClass>();

/** The classes again, each with its GraphQL type made if this is the first union to name it. */
export function withTypes(classes: readonly TelegramErrorClass[]): readonly TelegramErrorClass[] {
  for (const errorClass of classes) {
    if (implemented.has(errorClass)) continue;
    implemented.add(errorClass);
    builder.objectType(errorClass, {
      name: errorClass.typeName,
      description: `${errorClass.code}: ${errorClass.advice}`,
      interfaces: [ErrorInterface, TelegramErrorInterface, ...(errorClass.field ? [FieldErrorInterface] : [])],
    });
  }
  return classes;
}

/**
 * An expected failure of a read as a GraphQL error: its extensions are the `code` that a union tells and the fields that its type
 * has there. `null` for anything else, which is a bug and is masked.
 */
export function presentError(error: unknown): GraphQLError | null {
  if (!(error instanceof GatewayError)) return null;
  return new GraphQLError(error.message, { extensions: extensionsOf(error) });
}

function extensionsOf(error: GatewayError): Record<string, unknown> {
  return {
    code: error.code,
    ...('telegramCode' in error && error.telegramCode !== null && { telegramCode: error.telegramCode }),
    ...('retryAfterSeconds' in error && { retryAfterSeconds: error.retryAfterSeconds }),
    ...(error instanceof AccountNotFoundError && { name: error.account }),
    ...(error instanceof FloodWaitError && { retryAt: error.retryAt.toISOString() }),
    ...(error instanceof InvalidInputError && { issues: error.issues }),
    ...(error instanceof AccountUnavailableError && { reason: error.reason }),
    ...(error instanceof TelegramUnavailableError && { outcome: error.outcome }),
    ...('account' in error && { account: error.account }),
  };
}
