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
  description: 'A failure that can be expected.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'A sentence that a person can act on. Its words may change; decide by the type.',
      extensions: costs({ bytes: 1_000 }),
    }),
  }),
});

const TelegramErrorInterface = builder
  .interfaceRef<GatewayError & { readonly code: number; readonly type: string }>('TelegramError')
  .implement({
    description: 'A failure with a Telegram name, whether Telegram refused or the gateway saw it before sending.',
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
      description: 'What is wrong with it, and what is right.',
      extensions: costs({ bytes: 1_000 }),
    }),
  }),
});

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'One or more rules that have no Telegram name were broken. Nothing was sent to Telegram.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.field({
      type: [InputIssueType],
      description: 'Every broken rule; one entry for each field concerned.',
      extensions: costs({ rows: 10 }),
      resolve: (error) => [...error.issues],
    }),
  }),
});

builder.objectType(PeerNotFoundError, {
  name: 'PeerNotFoundError',
  description:
    'An id that this account has never seen, so that Telegram cannot be asked about it. Use a username, or join first.',
  interfaces: [ErrorInterface],
});

builder.objectType(IdempotencyKeyReusedError, {
  name: 'IdempotencyKeyReusedError',
  description:
    'This caller has sent the `idempotencyKey` with another input, within 24 hours. Nothing was done for this one.',
  interfaces: [ErrorInterface],
});

builder.objectType(IdempotencyUnavailableError, {
  name: 'IdempotencyUnavailableError',
  description:
    'The gateway cannot write the `idempotencyKey` down, as when its disk is full, so nothing was sent for this request. ' +
    'Repeat it with the same key later.',
  interfaces: [ErrorInterface],
});

builder.objectType(FloodWaitError, {
  name: 'FloodWaitError',
  description:
    'Telegram asks this account for a pause (FLOOD_WAIT_n and its kin). https://core.telegram.org/api/errors#420-flood',
  interfaces: [ErrorInterface, TelegramErrorInterface],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'Seconds to wait from now. Calling earlier makes the wait longer.',
    }),
    retryAt: t.expose('retryAt', { type: 'DateTime', description: 'When the wait is over, by the gateway’s clock.' }),
  }),
});

const AccountUnavailableReason = builder.enumType('AccountUnavailableReason', {
  description: "Why the gateway's account cannot act.",
  values: {
    SESSION_DEAD: {
      description: 'The session is not known or not valid any more, or was used twice at once: sign in again.',
    },
    SESSION_REVOKED: { description: 'The session was ended from another device: sign in again.' },
    BANNED: { description: 'The account is banned.' },
    DEACTIVATED: { description: 'The account was deleted.' },
    FROZEN: { description: 'The account is frozen until its owner appeals in a Telegram app.' },
    LIMITED: { description: 'The account is limited for sending too much (PEER_FLOOD); no time is given.' },
  },
});

builder.objectType(AccountUnavailableError, {
  name: 'AccountUnavailableError',
  description: "The gateway's own account cannot act until an operator does something. Repeating does not help.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    reason: t.expose('reason', { type: AccountUnavailableReason, description: 'What happened to the account.' }),
  }),
});

const UnavailableOutcome = builder.enumType('TelegramUnavailableOutcome', {
  description: 'Whether the call was done.',
  values: {
    NOT_EXECUTED: { description: 'It never reached Telegram; it may be repeated.' },
    UNKNOWN: { description: 'It may have been done; look before you repeat it.' },
  },
});

builder.objectType(TelegramUnavailableError, {
  name: 'TelegramUnavailableError',
  description: 'No answer in time, the connection lost, or trouble on Telegram’s side (5xx).',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    outcome: t.expose('outcome', { type: UnavailableOutcome, description: 'Whether the call was done.' }),
  }),
});

builder.objectType(GatewayBusyError, {
  name: 'GatewayBusyError',
  description:
    'The gateway has as many calls for this account under way and waiting as it takes. Nothing was sent to Telegram; it may ' +
    'be repeated.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'Seconds after which there should be room.',
    }),
  }),
});

// Bound to the base class: a Telegram error that has no type of its own in a union shows as this one.
builder.objectType(TelegramError, {
  name: 'UnexpectedTelegramError',
  description:
    'A Telegram error name that is not known here or not expected of this call. Passed through, never masked.',
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
