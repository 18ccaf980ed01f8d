import { PothosValidationError } from '@pothos/core';
import { GraphQLError } from 'graphql';
import { costs } from '../../base/price.ts';
import {
  AccountUnavailableError,
  EventsLostError,
  FloodWaitError,
  GatewayBusyError,
  GatewayError,
  IdempotencyKeyReusedError,
  IdempotencyUnavailableError,
  type InputIssue,
  InvalidInputError,
  PeerNotFoundError,
  SubscriberTooSlowError,
  TelegramError,
  type TelegramErrorClass,
  TelegramUnavailableError,
} from '../../services/errors/errors.ts';
import { builder, NO_GLOBAL_ID } from '../builder.ts';

const ErrorInterface = builder.interfaceRef<GatewayError>('Error').implement({
  description: 'A failure that you can expect.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'A sentence that a person can act on. Its words may change: decide by the type.',
      extensions: costs({ bytes: 1_000 }),
    }),
  }),
});

const TelegramErrorInterface = builder
  .interfaceRef<GatewayError & { readonly code: number; readonly type: string }>('TelegramError')
  .implement({
    description:
      'A failure with a Telegram name: Telegram refused the call, or the gateway knew before sending that Telegram would.',
    interfaces: [ErrorInterface],
    fields: (t) => ({
      code: t.exposeInt('code', { description: 'The number that Telegram sent: 400, 403, 406, 420 …' }),
      type: t.exposeString('type', { description: "Telegram's name: `CHAT_ADMIN_REQUIRED`." }),
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
  }),
});

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'The input breaks one or more rules that have no Telegram name. The gateway sent nothing to Telegram.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.field({
      type: [InputIssueType],
      description: 'Every broken rule, with one entry for each field concerned.',
      extensions: costs({ rows: 10 }),
      resolve: (error) => [...error.issues],
    }),
  }),
});

builder.objectType(PeerNotFoundError, {
  name: 'PeerNotFoundError',
  description:
    'This account has never seen the id, so the gateway cannot ask Telegram about it. Use a username, or join first.',
  interfaces: [ErrorInterface],
});

builder.objectType(IdempotencyKeyReusedError, {
  name: 'IdempotencyKeyReusedError',
  description:
    'This caller has sent the `idempotencyKey` with another input in the last 24 hours. The gateway did nothing for this request.',
  interfaces: [ErrorInterface],
});

builder.objectType(IdempotencyUnavailableError, {
  name: 'IdempotencyUnavailableError',
  description:
    'The gateway cannot write the `idempotencyKey` down, as when its disk is full, so it sent nothing for this ' +
    'request. Repeat the request with the same key later.',
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
      description: `${errorClass.type}: ${errorClass.advice}`,
      interfaces: [ErrorInterface, TelegramErrorInterface],
    });
  }
  return classes;
}

/**
 * An expected failure of a read as a GraphQL error: `extensions.code` is Telegram's name (or what kind of failure it is
 * where Telegram has none), beside `telegramCode`, and `retryAfterSeconds` for a wait. `null` for anything else, which
 * is a bug and is masked.
 */
export function presentError(error: unknown): GraphQLError | null {
  if (error instanceof PothosValidationError) {
    // The relay plugin could not take a global id apart.
    return new GraphQLError(NO_GLOBAL_ID, { extensions: { code: 'INVALID_INPUT' } });
  }
  if (!(error instanceof GatewayError)) return null;
  return new GraphQLError(error.message, { extensions: extensionsOf(error) });
}

function extensionsOf(error: GatewayError): Record<string, unknown> {
  if (error instanceof InvalidInputError) return { code: 'INVALID_INPUT', issues: error.issues };
  if (error instanceof PeerNotFoundError) return { code: 'PEER_NOT_FOUND' };
  if (error instanceof FloodWaitError) {
    return {
      code: error.type,
      telegramCode: error.code,
      retryAfterSeconds: error.retryAfterSeconds,
      retryAt: error.retryAt.toISOString(),
    };
  }
  if (error instanceof AccountUnavailableError) {
    return { code: error.type, telegramCode: error.code, reason: error.reason };
  }
  if (error instanceof TelegramUnavailableError) {
    return error.sent
      ? { code: error.sent.type, telegramCode: error.sent.code, outcome: error.outcome }
      : { code: 'TELEGRAM_UNAVAILABLE', outcome: error.outcome };
  }
  if (error instanceof GatewayBusyError) {
    return { code: 'GATEWAY_BUSY', retryAfterSeconds: error.retryAfterSeconds };
  }
  if (error instanceof SubscriberTooSlowError) return { code: 'SUBSCRIBER_TOO_SLOW' };
  if (error instanceof EventsLostError) return { code: 'EVENTS_LOST' };
  if (error instanceof TelegramError) return { code: error.type, telegramCode: error.code };
  return { code: 'GATEWAY_ERROR' };
}
