/**
 * Failures that a caller can expect, as classes with the fields a client can act on. `src/schema/error/errors.ts` gives each
 * one its GraphQL type; anything that is not a `GatewayError` is a bug and is masked at the edge.
 */
import type { Afterwards } from '../../telegram/rpc-error.ts';

/** The root of every expected failure. Its message is a sentence that a person can act on. */
export abstract class GatewayError extends Error {
  /** What a program decides by, in a union as in a read: Telegram's name, or one of ours where Telegram has none. */
  abstract readonly code: string;

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

const INVALID_INPUT = 'INVALID_INPUT';

/** One broken rule: which field, and what is wrong with it. */
export interface InputIssue {
  /** From the argument down: `["input", "title"]`. */
  readonly path: readonly string[];
  readonly message: string;
  /** Telegram's name for the rule; INVALID_INPUT for a rule without one. */
  readonly code: string;
}

/** Several rules were broken, or one that has no Telegram name. Nothing was sent. */
export class InvalidInputError extends GatewayError {
  readonly code = INVALID_INPUT;
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly (Pick<InputIssue, 'path' | 'message'> & Partial<InputIssue>)[]) {
    const byRule = Map.groupBy(issues, (issue) => issue.message);
    super([...byRule].map(([rule, of]) => `${of.map(({ path }) => path.join('.')).join(', ')}: ${rule}`).join(' '));
    this.issues = issues.map((issue) => ({ code: INVALID_INPUT, ...issue }));
  }
}

/** An id that this account has never seen, so that Telegram cannot be asked about it. */
export class PeerNotFoundError extends GatewayError {
  readonly code = 'PEER_NOT_FOUND';
  readonly field: readonly string[] = ['input', 'peer'];
}

/** Characters of a name that nobody has, in a message: enough to recognise it. */
const MOST_SHOWN = 60;

/** No account of the gateway has the name that was asked for. Nothing was sent. */
export class AccountNotFoundError extends GatewayError {
  readonly code = 'ACCOUNT_NOT_FOUND';
  readonly field: readonly string[];
  /** As it was asked for. */
  readonly account: string;

  constructor(name: string, field: readonly string[] = ['input', 'account']) {
    const account = name.length > MOST_SHOWN ? `${name.slice(0, MOST_SHOWN)}…` : name;
    super(
      `The gateway has no account with the name ${JSON.stringify(account)}. Query.accounts lists those that it has.`,
    );
    this.account = account;
    this.field = field;
  }
}

/** The store cannot be read or written. */
export class StoreUnavailableError extends GatewayError {
  readonly code = 'STORE_UNAVAILABLE';

  constructor(done = 'Nothing was changed; try again later.') {
    super(`The store of the gateway cannot be read or written: its log says why. ${done}`);
  }
}

/** Another process acts as the account. Nothing was changed. */
export class AccountInUseError extends GatewayError {
  readonly code = 'ACCOUNT_IN_USE';
}

/** A subscriber did not read its events: their number is bounded. */
export class SubscriberTooSlowError extends GatewayError {
  readonly code = 'SUBSCRIBER_TOO_SLOW';

  constructor(limit: number) {
    super(
      `More than ${limit} events waited for this subscriber, so the stream ends here. ` +
        'Subscribe again, then list what may have been missed (Chat.joinRequests).',
    );
  }
}

/** Telegram no longer has the updates that a bot account missed, so some events are lost. */
export class EventsLostError extends GatewayError {
  readonly code = 'EVENTS_LOST';

  constructor() {
    super('The gateway was away for so long that Telegram no longer has all it missed. Subscribe again.');
  }
}

/** The most that GraphQL's Int holds: 68 years. */
const LONGEST_WAIT_S = 2_147_483_647;

/** Telegram asks for a pause: FLOOD_WAIT_n and its kin. */
export class FloodWaitError extends GatewayError {
  /** Telegram's name without the seconds: FLOOD_WAIT, FLOOD_PREMIUM_WAIT, SLOWMODE_WAIT, SESSION_TOO_FRESH … */
  readonly code: string;
  /** 420, or 400 for SESSION_TOO_FRESH. */
  readonly telegramCode: number;
  readonly retryAfterSeconds: number;
  readonly retryAt: Date;

  constructor(wait: { code: string; telegramCode: number; retryAfterSeconds: number; now: Date }) {
    const retryAfterSeconds = Math.min(wait.retryAfterSeconds, LONGEST_WAIT_S);
    super(
      `Telegram asks this account to wait ${retryAfterSeconds} s before this call is repeated. ` +
        'Calling earlier makes the wait longer.',
    );
    this.code = wait.code;
    this.telegramCode = wait.telegramCode;
    this.retryAfterSeconds = retryAfterSeconds;
    this.retryAt = new Date(wait.now.getTime() + retryAfterSeconds * 1000);
  }
}

/** The caller has used this idempotency key for another request. Nothing was sent. */
export class IdempotencyKeyReusedError extends GatewayError {
  readonly code = 'IDEMPOTENCY_KEY_REUSED';
  readonly field: readonly string[] = ['input', 'idempotencyKey'];

  constructor() {
    super(
      'This idempotencyKey came with another input before. A new request takes a new key, a repeated one the same input.',
    );
  }
}

/** The gateway cannot write down idempotency keys just now, as when its disk is full. Nothing was sent. */
export class IdempotencyUnavailableError extends GatewayError {
  readonly code = 'IDEMPOTENCY_UNAVAILABLE';

  constructor() {
    super(
      'The gateway cannot write this idempotencyKey down just now, so nothing was sent for this request. ' +
        'Repeat it with the same key later; the operator finds the reason in the log.',
    );
  }
}

/** The gateway has as many calls under way and waiting as it takes; nothing was sent. */
export class GatewayBusyError extends GatewayError {
  readonly code = 'GATEWAY_BUSY';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`The gateway has more work for this Telegram account than it takes. Try again in ${retryAfterSeconds} s.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** This caller has no sign-in of this id: it never began one, or the gateway has forgotten it. */
export class SignInNotFoundError extends GatewayError {
  readonly code = 'SIGN_IN_NOT_FOUND';
  readonly field: readonly string[] = ['input', 'id'];

  constructor() {
    super(
      'You have no sign-in with this id. It belongs to whoever began it, and is forgotten some minutes after its end.',
    );
  }
}

/** The sign-in does not wait for what was given. Nothing was sent. */
export class SignInStepError extends GatewayError {
  readonly code = 'SIGN_IN_STEP';
}

/** As many sign-ins are under way as may be. */
export class TooManySignInsError extends GatewayError {
  readonly code = 'TOO_MANY_SIGN_INS';
  readonly retryAfterSeconds: number;

  constructor(limit: number, retryAfterSeconds: number) {
    super(
      `${limit} sign-ins are under way, as many as may be. One of them ends in ${retryAfterSeconds} s at the latest; ` +
        'cancel those that you do not need.',
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Why a sign-in ended without a refusal by Telegram. */
export type SignInEndedCode = 'SIGN_IN_EXPIRED' | 'SIGN_IN_CANCELLED' | 'SIGN_IN_INTERRUPTED' | 'SIGN_IN_UNSUPPORTED';

/** What happened to the sign-in and what to do; for people. */
export const SIGN_IN_ADVICE: Readonly<Record<SignInEndedCode, string>> = {
  SIGN_IN_EXPIRED: 'The sign-in was not finished within ten minutes. Begin again.',
  SIGN_IN_CANCELLED: 'The sign-in was cancelled, or begun again with the same name.',
  SIGN_IN_INTERRUPTED: 'The gateway could not finish the sign-in; its log says why. Begin again.',
  SIGN_IN_UNSUPPORTED: 'Telegram asks for something that the gateway cannot do. Sign in by QR code.',
};

/** A sign-in ended without an account, and without a refusal by Telegram. */
export class SignInEndedError extends GatewayError {
  readonly code: SignInEndedCode;

  constructor(code: SignInEndedCode, message = SIGN_IN_ADVICE[code]) {
    super(message);
    this.code = code;
  }
}

/** Another account of the gateway has the name. */
export class AccountNameTakenError extends GatewayError {
  readonly code = 'ACCOUNT_NAME_TAKEN';
  /** The name. */
  readonly account: string;

  constructor(account: string) {
    super(`The gateway has an account named ${account}. Choose another name, or remove that account first.`);
    this.account = account;
  }
}

/** The Telegram user who signed in is an account of the gateway under another name. */
export class AccountExistsError extends GatewayError {
  readonly code = 'ACCOUNT_EXISTS';
  /** The name that it has. */
  readonly account: string;

  constructor(account: string) {
    super(`This Telegram user is the account ${account} of the gateway already. The new sign-in was ended.`);
    this.account = account;
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
  readonly code: string;
  readonly telegramCode: number;

  constructor(reason: AccountUnavailableReason, sent: { code: string; telegramCode: number }) {
    super(`${ACCOUNT_ADVICE[reason]} (Telegram: ${sent.code})`);
    this.reason = reason;
    this.code = sent.code;
    this.telegramCode = sent.telegramCode;
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
  /** The name that Telegram sent; TELEGRAM_UNAVAILABLE when no answer came at all. */
  readonly code: string;
  /** The number that Telegram sent; `null` when no answer came at all. */
  readonly telegramCode: number | null;
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
    sent: { readonly code: string; readonly telegramCode: number } | null = null,
    { late = null, isOver = sent !== null }: Afterwards = {},
  ) {
    const advice =
      outcome === 'UNKNOWN'
        ? 'Whether it was done is not known: look before you try again.'
        : 'It was not done; try again in a moment.';
    super(`${cause} ${advice}`);
    this.outcome = outcome;
    this.code = sent?.code ?? 'TELEGRAM_UNAVAILABLE';
    this.telegramCode = sent?.telegramCode ?? null;
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
  /** Telegram's name, `CHAT_ADMIN_REQUIRED`. */
  readonly code: string;
  /** The number sent with it: 400, 403, 406 … The same name may come with several. */
  readonly telegramCode: number;
  /**
   * The field that it is about, from a mutation's argument down; `null`: about none, or not about one alone. Not named `path`:
   * graphql-js takes an error with a `path` for one that has its place in the document.
   */
  readonly field: readonly string[] | null;

  constructor(message: string, code: string, telegramCode: number, field: readonly string[] | null = null) {
    super(message);
    this.code = code;
    this.telegramCode = telegramCode;
    this.field = field;
  }
}

/** The same failure, of this field: the input names a peer in another field than `peer`. What is about no field stays as it is. */
export function aboutField(error: unknown, field: readonly string[]): unknown {
  const hasField = error instanceof PeerNotFoundError || (error instanceof TelegramError && error.field !== null);
  // Callers share an error, so it is not changed.
  return hasField ? Object.create(error, { field: { value: field } }) : error;
}

/** A class for one Telegram name, made by `telegramError`. */
export interface TelegramErrorClass {
  /** `telegramCode` is the documented number and `field` the usual one by default; `detail` is put before the usual sentence. */
  new (sent?: {
    readonly telegramCode?: number;
    readonly detail?: string;
    readonly field?: readonly string[];
  }): TelegramError;
  /** Telegram's name. */
  readonly code: string;
  /** The name in GraphQL: `ChatAdminRequiredError`. */
  readonly typeName: string;
  /** The number usually sent with it. */
  readonly telegramCode: number;
  /** What it means and what to do; its message. */
  readonly advice: string;
  /** The field of a mutation's argument that it is always about. `null`: it is not always about one. */
  readonly field: readonly string[] | null;
}

/**
 * A new class for one Telegram name. Classes, not values, so that the schema can tell types by `instanceof`. `inputField` is
 * the one that the failure is always about, `subscriptionPricing.period`.
 */
export function telegramError(
  code: string,
  telegramCode: number,
  advice: string,
  inputField?: string,
): TelegramErrorClass {
  const field = inputField === undefined ? null : ['input', ...inputField.split('.')];
  const typeName = `${code.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Error`;
  return class extends TelegramError {
    static readonly code = code;
    static readonly typeName = typeName;
    static readonly telegramCode = telegramCode;
    static readonly advice = advice;
    static readonly field = field;

    constructor(sent: ConstructorParameters<TelegramErrorClass>[0] = {}) {
      const message = sent.detail === undefined ? advice : `${sent.detail} ${advice}`;
      super(message, code, sent.telegramCode ?? telegramCode, sent.field ?? field);
    }

    override get name(): string {
      return typeName;
    }
  };
}
