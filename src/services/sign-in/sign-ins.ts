import { randomUUID } from 'node:crypto';
import { callScope, whenOver } from '../../base/call-scope.ts';
import {
  type GatewayError,
  SignInEndedError,
  SignInNotFoundError,
  SignInStepError,
  TelegramUnavailableError,
  TooManySignInsError,
} from '../errors/errors.ts';
import { createEventStream, type Live } from '../live/event-stream.ts';
import { checkAnswer, checkSignIn } from './rules.ts';
import { LIFETIME_MS, runSignIn, type SignInDeps, type SignInRun } from './run-sign-in.ts';
import type { SignIn, SignInInput } from './sign-in.ts';

/**
 * Accounts that come in. A sign-in belongs to the caller who began it: for another one, and some minutes after its end, all of
 * these reject with `SignInNotFoundError`.
 */
export interface SignIns {
  /**
   * Begins a sign-in and answers its first step. One of the same caller with the same name that is under way is cancelled.
   * Rejects with the refusal of Telegram or of the keeper, and with `TooManySignInsError`.
   */
  begin(input: SignInInput): Promise<SignIn>;
  /** Gives the code and answers the next step; rejects with the refusal, after which the sign-in may stand where it stood. */
  submitCode(id: string, code: string): Promise<SignIn>;
  /** Has the code sent in another way. */
  resendCode(id: string): Promise<SignIn>;
  submitPassword(id: string, password: string): Promise<SignIn>;
  /** Ends it; answers how it ended, which is DONE for an account that is in already. */
  cancel(id: string): Promise<SignIn>;
  /** The step that it stands at and all that follow, until it ends. */
  watch(id: string): Live<SignIn>;
  /** Ends all. */
  close(): Promise<void>;
}

/** Sign-ins under way at a time. */
export const MOST_SIGN_INS = 10;
/** Of one caller. */
export const MOST_OF_A_CALLER = 5;
/** Sign-ins that have ended and can still be asked for. */
const MOST_ENDED = 100;

type Controls = Pick<SignInRun, 'answer' | 'watch' | 'end'>;

export function createSignIns(deps: SignInDeps): SignIns {
  const running = new Map<
    string,
    Controls & { readonly caller: string; readonly name: string; readonly until: number }
  >();
  /** The oldest first. */
  const ended = new Map<string, { readonly caller: string; readonly end: SignIn }>();

  function keepEnd(id: string, caller: string, end: SignIn): void {
    const [oldest] = ended.keys();
    if (oldest !== undefined && ended.size >= MOST_ENDED) ended.delete(oldest);
    ended.set(id, { caller, end });
    setTimeout(() => ended.delete(id), LIFETIME_MS).unref();
  }

  function owned(id: string): Controls {
    const caller = callerNow();
    const run = running.get(id);
    if (run?.caller === caller) return run;
    const past = ended.get(id);
    if (past?.caller === caller) return controlsOf(past.end);
    throw new SignInNotFoundError();
  }

  async function replace(caller: string, name: string): Promise<void> {
    const same = [...running.values()].filter((run) => run.caller === caller && run.name === name);
    await Promise.all(same.map((run) => run.end(new SignInEndedError('SIGN_IN_CANCELLED'))));
  }

  /** One caller leaves room for the others. */
  function requireRoom(caller: string): void {
    const all = [...running.values()];
    const own = all.filter((run) => run.caller === caller);
    const full = all.length >= MOST_SIGN_INS ? all : own.length >= MOST_OF_A_CALLER ? own : [];
    const [oldest] = full;
    if (!oldest) return;
    const left = Math.ceil((oldest.until - performance.now()) / 1000);
    throw new TooManySignInsError(full.length, Math.max(left, 1));
  }

  return {
    async begin(input) {
      checkSignIn(input);
      const { name } = input;
      const refusal = await deps.keeper.refusal(name);
      if (refusal) throw refusal;
      const caller = callerNow();
      await replace(caller, name);
      requireRoom(caller);
      const id = randomUUID();
      const run = runSignIn(id, input, deps, (end) => {
        running.delete(id);
        keepEnd(id, caller, end);
      });
      running.set(id, { ...run, caller, name, until: performance.now() + LIFETIME_MS });
      // Who got no answer does not know its id, and nobody else could end it.
      return inTime(run.first, (error) => run.end(error));
    },
    async submitCode(id, code) {
      const run = owned(id);
      checkAnswer('code', code);
      return inTime(run.answer('ENTER_CODE', code));
    },
    resendCode: async (id) => inTime(owned(id).answer('ENTER_CODE', null)),
    async submitPassword(id, password) {
      const run = owned(id);
      checkAnswer('password', password);
      return inTime(run.answer('ENTER_PASSWORD', password));
    },
    cancel: async (id) => owned(id).end(new SignInEndedError('SIGN_IN_CANCELLED')),
    watch: (id) => owned(id).watch(),
    async close() {
      const runs = [...running.values()];
      await Promise.all(runs.map((run) => run.end(new SignInEndedError('SIGN_IN_INTERRUPTED', 'The gateway stops.'))));
    },
  };
}

/** The step, or a failure when the caller's time is over before it is there. */
async function inTime(step: Promise<SignIn>, onLate: (error: GatewayError) => void = () => {}): Promise<SignIn> {
  const late = Promise.withResolvers<never>();
  const stay = whenOver(() => {
    const error = new TelegramUnavailableError('Telegram has not answered in time.', 'UNKNOWN');
    onLate(error);
    late.reject(error);
  });
  try {
    return await Promise.race([step, late.promise]);
  } finally {
    stay();
  }
}

/** A sign-in that has ended: nothing of how it went is kept. */
function controlsOf(end: SignIn): Controls {
  return {
    async answer() {
      throw new SignInStepError(`The sign-in has ended: it is ${end.step.kind}.`);
    },
    watch() {
      const stream = createEventStream<SignIn>(1, () => {});
      stream.push(end);
      stream.finish();
      return stream;
    },
    end: async () => end,
  };
}

function callerNow(): string {
  return callScope()?.caller ?? '';
}
