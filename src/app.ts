/**
 * The composition root: configuration → (sandbox) → store → account → schema → HTTP. Only this file and `main.ts` see every
 * folder; `main.ts` adds the process: environment, signals, exit code.
 */
import type { OpenAccountStore } from './accounts/account-store.ts';
import { openLocalAccount } from './accounts/local-account.ts';
import type { Logger } from './base/log.ts';
import { callerOf, unnamedCaller } from './config/api-key.ts';
import type { Config, TelegramConfig } from './config/index.ts';
import { readServerKey } from './config/server-key-file.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { SignInEndedError } from './services/errors/errors.ts';
import type { User } from './services/models.ts';
import type { SignInDeps } from './services/sign-in/run-sign-in.ts';
import type { AccountKeeper } from './services/sign-in/sign-in.ts';
import { createSignIns } from './services/sign-in/sign-ins.ts';
import { openStore } from './store/store.ts';
import { StoreError } from './store/store-error.ts';
import type { TelegramCredentials } from './telegram/gramjs/connect.ts';

export interface App {
  /** The GraphQL address, GraphiQL's at the same time. */
  readonly url: string;
  /** Who the gateway acts as, in words. */
  readonly account: string;
  /** Which Telegram it speaks to, in words. */
  readonly telegram: string;
  /** `null` when an account is configured. */
  readonly sandbox: Sandbox | null;
  /** Aborted when the session may be another process's: nothing is sent to Telegram any more, and the app is to be closed. */
  readonly lost: AbortSignal;
  /** Takes no new requests, lets those in flight finish, then ends Telegram's connection and the sandbox. */
  close(): Promise<void>;
}

/** Parts of the app that tests bring along. */
export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Who has the accounts that sign in; none may where absent. */
  readonly keeper?: AccountKeeper;
  /** How long one Telegram call may take; the connection's default when absent. */
  readonly callTimeoutMs?: number;
  /** The wall clock; the machine's when absent. */
  readonly clock?: () => Date;
  /** Milliseconds since any moment, by which waits and sendings are measured; `performance.now` when absent. */
  readonly monotonic?: () => number;
}

/**
 * Starts everything, or nothing: what had started is closed again when a later part fails. Throws `ConfigError`, `StoreError`,
 * `TelegramConnectError`, `ListenError`, `ControlPortError` or a `GatewayError` (the account is unavailable), each with a message for people.
 */
export async function startApp({
  config,
  log,
  keeper = NO_KEEPER,
  callTimeoutMs,
  clock = () => new Date(),
  monotonic = () => performance.now(),
}: AppOptions): Promise<App> {
  await using started = new AsyncDisposableStack();

  const sandbox = config.telegram === null ? await startSandboxWorld(config, log) : null;
  if (sandbox) started.defer(() => sandbox.close());
  const credentials = config.telegram ? await readCredentials(config.telegram) : ownerOf(sandbox);

  const openAccountStore: OpenAccountStore = (scope, { onLost, onSuspend }) =>
    openStore({
      // The sandbox's world ends with the process.
      dataDir: sandbox ? null : config.dataDir,
      database: sandbox ? null : config.database,
      scope,
      log,
      onSuspend,
      onLost: (reason) => onLost(new StoreError(`${reason} This gateway sends nothing more and stops.`)),
      // A key that has a name now may have been used without one.
      renamed: config.http.apiKeys
        .filter(({ name }) => name !== null)
        .map((apiKey) => ({ from: unnamedCaller(apiKey), to: callerOf(apiKey) })),
    });

  // What the first call does not need is loaded while Telegram is dialled.
  const [local, { createGateway }, { loadExamples }, { presentError, schema }] = await Promise.all([
    openLocalAccount({
      credentials,
      openStore: openAccountStore,
      log,
      clock,
      monotonic,
      ...(callTimeoutMs !== undefined && { callTimeoutMs }),
    }),
    import('./http/server.ts'),
    import('./http/examples.ts'),
    import('./schema/index.ts'),
  ]);
  started.defer(() => local.close());

  const { services, lost, telegramAddress } = local;
  const signIns = createSignIns({ ...signInTo(credentials, log), keeper, clock, log });
  started.defer(() => signIns.close());
  const account = inWords(local.user);
  const where = sandbox ? `the sandbox at ${telegramAddress}: no real Telegram, nothing to break` : telegramAddress;
  const gateway = await createGateway({
    schema,
    config: config.http,
    log,
    contextFor: ({ signal, replayed }) => ({ signal, replayed, services, signIns }),
    presentError,
    readiness: local.readiness,
    account,
    telegram: where,
    examples: await loadExamples(),
  });
  started.defer(() => gateway.close());

  lost.throwIfAborted();
  const stack = started.move();
  let closed: Promise<void> | null = null;
  return {
    url: gateway.url,
    account,
    telegram: where,
    sandbox,
    lost,
    close: () => (closed ??= stack.disposeAsync()),
  };
}

function inWords({ firstName, lastName, username, isBot }: User): string {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return `${name}${username === null ? '' : ` (@${username})`}, a ${isBot ? 'bot' : 'user'}`;
}

/** Until something has room for accounts. */
const NO_KEEPER: AccountKeeper = {
  refusal: () => new SignInEndedError('SIGN_IN_UNSUPPORTED', 'This gateway has no room for another account.'),
  keep: async () => {
    throw new SignInEndedError('SIGN_IN_UNSUPPORTED');
  },
};

/** Signing in at the Telegram of these credentials; loaded when somebody does. */
function signInTo(credentials: TelegramCredentials, log: Logger): Pick<SignInDeps, 'signIn' | 'signOut'> {
  const { session, ...application } = credentials;
  const load = () => Promise.all([import('./telegram/sign-in/sign-in.ts'), import('./telegram/sign-in/sign-out.ts')]);
  return {
    async signIn(options) {
      const [{ signIn }, { serverOf }] = await load();
      return signIn({ ...application, ...options, server: serverOf(session), log });
    },
    async signOut(ended) {
      const [, { signOut }] = await load();
      await signOut(ended, { ...application, log });
    },
  };
}

/** Loaded only when it is wanted: a gateway with an account does not carry the sandbox. */
async function startSandboxWorld(config: Config, log: Logger): Promise<Sandbox> {
  const { startSandbox } = await import('./sandbox/sandbox.ts');
  return startSandbox({
    visitors: config.sandboxVisitors,
    controlPort: config.sandboxControlPort ?? undefined,
    onFault: (error) => log.error({ err: error }, 'a fault of the sandbox'),
  });
}

function ownerOf(sandbox: Sandbox | null): TelegramCredentials {
  const owner = sandbox?.accounts.find((account) => account.name === 'owner');
  if (!sandbox || !owner) throw new Error('the sandbox has no account named owner');
  return { apiId: 1, apiHash: 'sandbox', session: owner.session, serverPublicKey: sandbox.publicKey };
}

async function readCredentials(telegram: TelegramConfig): Promise<TelegramCredentials> {
  const { apiId, apiHash, session, serverPublicKeyPath: path } = telegram;
  return { apiId, apiHash, session, serverPublicKey: path === null ? null : await readServerKey(path) };
}
