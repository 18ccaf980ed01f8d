/**
 * Failures that a caller can expect, as classes with the fields a client can act on. `src/schema/error/errors.ts` gives each
 * one its GraphQL type; anything that is not a `GatewayError` is a bug and is masked at the edge.
 */
import type { Afterwards } from '../../telegram/rpc-error.ts';

/** The root of every expected failure. Its message is a sentence that a person can act on. */
export abstract class GatewayError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}

/** The value, or the expected failure in its place; a bug is thrown on. */
export async function orGatewayError<T>(wanted: Promise<T>): Promise<T | GatewayError> {
  try {
    return await wanted;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
}

/** Whether Telegram could not be asked just now: an expected failure that is no refusal of this very call. */
export function isPassingTrouble(error: unknown): boolean {
  return error instanceof GatewayError && !(error instanceof TelegramError);
}

/** One broken rule: which field, and what is wrong with it. */
export interface InputIssue {
  /** From the argument down: `["input", "title"]`. */
  readonly path: readonly string[];
  readonly message: string;
}

/** One or more rules that have no Telegram name were broken. Nothing was sent. */
export class InvalidInputError extends GatewayError {
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[]) {
    const byRule = Map.groupBy(issues, (issue) => issue.message);
    super([...byRule].map(([rule, of]) => `${of.map(({ path }) => path.join('.')).join(', ')}: ${rule}`).join(' '));
    this.issues = issues;
  }
}

/** An id that this account has never seen, so that Telegram cannot be asked about it. */
export class PeerNotFoundError extends GatewayError {}

/** A subscriber did not read its events: their number is bounded. */
export class SubscriberTooSlowError extends GatewayError {
  constructor(limit: number) {
    super(
      `More than ${limit} events waited for this subscriber, so the stream ends here. ` +
        'Subscribe again, then list what may have been missed (Chat.joinRequests).',
    );
  }
}

/** Telegram no longer has the updates that a bot account missed, so some events are lost. */
export class EventsLostError extends GatewayError {
  constructor() {
    super('The gateway was away for so long that Telegram no longer has all it missed. Subscribe again.');
  }
}

/** Telegram asks for a pause: FLOOD_WAIT_n and its kin. */
export class FloodWaitError extends GatewayError {
  /** 420, or 400 for SESSION_TOO_FRESH. */
  readonly code: number;
  /** FLOOD_WAIT, FLOOD_PREMIUM_WAIT, SLOWMODE_WAIT, SESSION_TOO_FRESH … */
  readonly type: string;
  readonly retryAfterSeconds: number;
  readonly retryAt: Date;

  constructor(wait: { code: number; type: string; retryAfterSeconds: number; now: Date }) {
    super(
      `Telegram asks this account to wait ${wait.retryAfterSeconds} s before this call is repeated. ` +
        'Calling earlier makes the wait longer.',
    );
    this.code = wait.code;
    this.type = wait.type;
    this.retryAfterSeconds = wait.retryAfterSeconds;
    this.retryAt = new Date(wait.now.getTime() + wait.retryAfterSeconds * 1000);
  }
}

/** The caller has used this idempotency key for another request. Nothing was sent. */
export class IdempotencyKeyReusedError extends GatewayError {
  constructor() {
    super(
      'This idempotencyKey came with another input before. A new request takes a new key, a repeated one the same input.',
    );
  }
}

/** The gateway cannot write down idempotency keys just now, as when its disk is full. Nothing was sent. */
export class IdempotencyUnavailableError extends GatewayError {
  constructor() {
    super(
      'The gateway cannot write this idempotencyKey down just now, so nothing was sent for this request. ' +
        'Repeat it with the same key later; the operator finds the reason in the log.',
    );
  }
}

/** The gateway has as many calls under way and waiting as it takes; nothing was sent. */
export class GatewayBusyError extends GatewayError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`The gateway has more work for this Telegram account than it takes. Try again in ${retryAfterSeconds} s.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Why the account cannot act. */
export type AccountUnavailableReason =
  | 'SESSION_DEAD'
  | 'SESSION_REVOKED'
  | 'BANNED'
  | 'DEACTIVATED'
  | 'FROZEN'
  | 'LIMITED';

/** The gateway's own account cannot act until an operator does something. */
export class AccountUnavailableError extends GatewayError {
  readonly reason: AccountUnavailableReason;
  readonly code: number;
  readonly type: string;

  constructor(reason: AccountUnavailableReason, sent: { code: number; type: string }) {
    super(`${ACCOUNT_ADVICE[reason]} (Telegram: ${sent.type})`);
    this.reason = reason;
    this.code = sent.code;
    this.type = sent.type;
  }
}

/** What happened to the account and who does what about it; for people. */
export const ACCOUNT_ADVICE: Readonly<Record<AccountUnavailableReason, string>> = {
  SESSION_DEAD: "The gateway's Telegram session is no longer valid: the operator has to sign in again.",
  SESSION_REVOKED: "The gateway's Telegram session was ended from another device: the operator has to sign in again.",
  BANNED: "The gateway's Telegram account is banned; only Telegram's support can help.",
  DEACTIVATED: "The gateway's Telegram account was deleted; the operator has to sign in with another one.",
  FROZEN:
    "The gateway's Telegram account is frozen, so it only reads: the operator has to appeal in a Telegram app, and then lets " +
    'it write again with "npm run resume".',
  LIMITED:
    "Telegram limits the gateway's account for sending too much, so it only reads; no time is given. The operator can ask " +
    '@SpamBot, and then lets it write again with "npm run resume".',
};

/** No answer in time, the connection lost, or Telegram's own fault (5xx). */
export class TelegramUnavailableError extends GatewayError {
  /** `UNKNOWN`: whether Telegram did it cannot be told; look before you repeat. `NOT_EXECUTED`: it was not done. */
  readonly outcome: 'NOT_EXECUTED' | 'UNKNOWN';
  /** The number and name that Telegram sent; `null` when no answer came at all. */
  readonly sent: { readonly code: number; readonly type: string } | null;
  /**
   * With UNKNOWN: the answer that may still come, as the port would have given it. Rejects as the port does, with a `late` of
   * `null` where it is this error; settles within 330 s of the sending; nobody has to listen. `null`: no answer will come.
   */
  readonly late: Promise<unknown> | null;
  /** With UNKNOWN: Telegram is through with the request, as with an error of its own, but what it did is not known. */
  readonly isOver: boolean;

  constructor(
    cause: string,
    outcome: 'NOT_EXECUTED' | 'UNKNOWN',
    sent: { readonly code: number; readonly type: string } | null = null,
    { late = null, isOver = sent !== null }: Afterwards = {},
  ) {
    const advice =
      outcome === 'UNKNOWN'
        ? 'Whether it was done is not known: look before you try again.'
        : 'It was not done; try again in a moment.';
    super(`${cause} ${advice}`);
    this.outcome = outcome;
    this.sent = sent;
    this.late = late;
    this.isOver = isOver;
    late?.catch(() => {});
  }
}

/**
 * A refusal by Telegram, or one that the gateway saw coming. This class itself stands for names that have no class of
 * their own in the place where they turned up: they pass through with Telegram's name and number.
 */
export class TelegramError extends GatewayError {
  /** The number sent with it: 400, 403, 406 … The same name may come with several. */
  readonly code: number;
  /** Telegram's name, `CHAT_ADMIN_REQUIRED`. */
  readonly type: string;

  constructor(message: string, code: number, type: string) {
    super(message);
    this.code = code;
    this.type = type;
  }
}

/** A class for one Telegram name, made by `telegramError`. */
export interface TelegramErrorClass {
  /** `code` is the number that Telegram sent, by default the documented one; `detail` is put before the usual sentence. */
  new (sent?: { readonly code?: number; readonly detail?: string }): TelegramError;
  /** Telegram's name. */
  readonly type: string;
  /** The name in GraphQL: `ChatAdminRequiredError`. */
  readonly typeName: string;
  /** The number usually sent with it. */
  readonly code: number;
  /** What it means and what to do; its message. */
  readonly advice: string;
}

/** A new class for one Telegram name. Classes, not values, so that the schema can tell types by `instanceof`. */
export function telegramError(type: string, code: number, advice: string): TelegramErrorClass {
  const typeName = `${type.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Error`;
  return class extends TelegramError {
    static readonly type = type;
    static readonly typeName = typeName;
    static readonly code = code;
    static readonly advice = advice;

    constructor(sent: { readonly code?: number; readonly detail?: string } = {}) {
      super(sent.detail === undefined ? advice : `${sent.detail} ${advice}`, sent.code ?? code, type);
    }

    override get name(): string {
      return typeName;
    }
  };
}
