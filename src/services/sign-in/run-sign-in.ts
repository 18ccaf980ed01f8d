import { detached } from '../../base/call-scope.ts';
import type { Logger } from '../../base/log.ts';
import { RpcFailure } from '../../telegram/rpc-error.ts';
import type { SentCode, SignInDialog } from '../../telegram/sign-in/dialog.ts';
import type { SignedIn, SignInOptions } from '../../telegram/sign-in/sign-in.ts';
import { knownUsers } from '../chats/entities.ts';
import {
  FloodWaitError,
  type GatewayError,
  SignInEndedError,
  SignInStepError,
  TelegramUnavailableError,
} from '../errors/errors.ts';
import { toDomainError } from '../errors/refusal-table.ts';
import { createEventStream, type EventStream, type Live } from '../live/event-stream.ts';
import { asFailure } from './failure.ts';
import type { AccountKeeper, NewAccount, SignIn, SignInInput, SignInStep } from './sign-in.ts';

export interface SignInDeps {
  /** Signs in on a key of its own. See `telegram/sign-in/sign-in.ts`. */
  readonly signIn: (options: Pick<SignInOptions, 'way' | 'dialog' | 'signal'>) => Promise<SignedIn>;
  /** Ends a session at Telegram, as far as that can be done. */
  readonly signOut: (session: string) => Promise<void>;
  readonly keeper: AccountKeeper;
  readonly clock: () => Date;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/** One sign-in under way. */
export interface SignInRun {
  /** The first step, or what came in its place. */
  readonly first: Promise<SignIn>;
  /** Gives what the step asks for (`null`: another code) and answers what comes of it. */
  answer(kind: Question['kind'], text: string | null): Promise<SignIn>;
  /** Every step from this one on. */
  watch(): Live<SignIn>;
  /** Ends it with this reason, unless the account is in already; answers how it ended. */
  end(reason: GatewayError): Promise<SignIn>;
}

interface Question {
  readonly kind: 'ENTER_CODE' | 'ENTER_PASSWORD';
  readonly resolve: (text: string | null) => void;
}

/** A sign-in lasts this long. */
export const LIFETIME_MS = 10 * 60_000;
/** QR codes of ten minutes are twenty. */
const MOST_KEPT_STEPS = 100;

/**
 * Begins a sign-in and leads it from step to step. What a caller gives goes on to Telegram and is kept nowhere. `onEnd` is called
 * once, with how it ended.
 */
export function runSignIn(id: string, input: SignInInput, deps: SignInDeps, onEnd: (end: SignIn) => void): SignInRun {
  const { clock, log, keeper } = deps;
  const { name, way } = input;
  const expiresAt = new Date(clock().getTime() + LIFETIME_MS);
  const leaving = new AbortController();
  const watchers = new Set<EventStream<SignIn>>();
  const ended = Promise.withResolvers<SignIn>();
  const timer = setTimeout(() => leaving.abort(new SignInEndedError('SIGN_IN_EXPIRED')), LIFETIME_MS);
  let current: SignIn | null = null;
  let question: Question | null = null;
  /** Whoever waits for what comes of the answer they gave. */
  let turn = newTurn();
  const { promise: first } = turn;

  function enter(step: SignInStep, refused: GatewayError | null = null): SignIn {
    current = { id, name, expiresAt, step };
    if (refused) turn.reject(refused);
    else turn.resolve(current);
    for (const watcher of watchers) watcher.push(current);
    return current;
  }

  function ask(step: SignInStep & Pick<Question, 'kind'>, refused: RpcFailure | null): Promise<string | null> {
    const { promise, resolve, reject } = Promise.withResolvers<string | null>();
    leaving.signal.addEventListener('abort', () => reject(leaving.signal.reason), { once: true });
    question = { kind: step.kind, resolve };
    enter(step, refused && toDomainError(refused, clock()));
    return promise;
  }

  const dialog: SignInDialog = {
    phoneNumber: async () => (input.way === 'phone' ? input.phoneNumber : ''),
    botToken: async () => (input.way === 'bot' ? input.token : ''),
    code: (sent, refused) => ask(codeStep(sent, clock()), refused),
    password: async (hint, refused) => (await ask({ kind: 'ENTER_PASSWORD', hint }, refused)) ?? '',
    showQr: (link, until) => enter({ kind: 'SCAN_QR', link, expiresAt: until }),
  };

  async function run(): Promise<Omit<NewAccount, 'session'>> {
    const { user: entity, session } = await deps.signIn({ way, dialog, signal: leaving.signal });
    clearTimeout(timer);
    const [user] = knownUsers([entity]);
    if (!user) throw new Error('a sign-in without a user');
    const account = { name, kind: user.isBot ? 'BOT' : 'USER', user } as const;
    try {
      leaving.signal.throwIfAborted();
      await keeper.keep({ ...account, session });
    } catch (error) {
      // Nobody has the session, so it is not left among the account's devices.
      await deps.signOut(session).catch((err: unknown) => log.warn({ err, account: name }, 'a session was not ended'));
      throw error;
    }
    return account;
  }

  function failed(error: unknown): GatewayError {
    const reason: unknown = leaving.signal.aborted ? leaving.signal.reason : error;
    const failure = asFailure(reason, clock());
    if (failure === null) log.error({ err: reason, account: name }, 'a sign-in broke off');
    else if (failure instanceof TelegramUnavailableError) {
      log.warn({ err: reason, account: name }, 'a sign-in got no answer from Telegram');
    }
    return failure ?? new SignInEndedError('SIGN_IN_INTERRUPTED');
  }

  function finish(step: SignInStep): void {
    clearTimeout(timer);
    question = null;
    const end = enter(step, step.kind === 'FAILED' ? step.error : null);
    for (const watcher of watchers) watcher.finish();
    ended.resolve(end);
    onEnd(end);
  }

  // Its calls are not those of the request that happens to begin it.
  detached(run).then(
    (account) => finish({ kind: 'DONE', account }),
    (error: unknown) => finish({ kind: 'FAILED', error: failed(error) }),
  );

  return {
    first,
    async answer(kind, text) {
      if (question?.kind !== kind) throw new SignInStepError(notAsked(kind, current));
      if (text === null) refuseResend(current?.step, clock());
      const { resolve } = question;
      question = null;
      turn = newTurn();
      const { promise } = turn;
      resolve(text);
      return promise;
    },
    watch() {
      const stream = createEventStream<SignIn>(MOST_KEPT_STEPS, () => watchers.delete(stream));
      watchers.add(stream);
      if (current) stream.push(current);
      return stream;
    },
    end(reason) {
      leaving.abort(reason);
      return ended.promise;
    },
  };
}

/** Nobody has to wait for it. */
function newTurn(): PromiseWithResolvers<SignIn> {
  const turn = Promise.withResolvers<SignIn>();
  turn.promise.catch(() => {});
  return turn;
}

function codeStep({ delivery, length, hint, resendAfterSeconds }: SentCode, now: Date) {
  const canResendAt = resendAfterSeconds === null ? null : new Date(now.getTime() + resendAfterSeconds * 1000);
  return { kind: 'ENTER_CODE', delivery, length, hint, canResendAt } as const;
}

const GIVEN = { ENTER_CODE: 'code', ENTER_PASSWORD: 'password' } as const;

function notAsked(kind: Question['kind'], current: SignIn | null): string {
  const stage = current?.step.kind ?? 'its beginning';
  if (stage === kind) return 'Telegram has not answered to what was given before. Wait for its answer.';
  return `The sign-in stands at ${stage} and takes no ${GIVEN[kind]} now.`;
}

/** Asked for too early, Telegram makes everybody wait who has this number. */
function refuseResend(step: SignInStep | undefined, now: Date): void {
  if (step?.kind !== 'ENTER_CODE') return;
  if (step.canResendAt === null) throw toDomainError(new RpcFailure(406, 'SEND_CODE_UNAVAILABLE'), now);
  const retryAfterSeconds = Math.ceil((step.canResendAt.getTime() - now.getTime()) / 1000);
  if (retryAfterSeconds <= 0) return;
  throw new FloodWaitError({ code: 'FLOOD_WAIT', telegramCode: 420, retryAfterSeconds, now });
}
