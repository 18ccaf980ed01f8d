/**
 * The composition root: configuration → (sandbox) → store → account → schema → HTTP. Only this file and `main.ts` see every
 * folder; `main.ts` adds the process: environment, signals, exit code.
 */
import { createHash, randomBytes } from 'node:crypto';
import { explain } from './base/explain.ts';
import type { Logger } from './base/log.ts';
import { callerOf, unnamedCaller } from './config/api-key.ts';
import type { Config, TelegramConfig } from './config/index.ts';
import { readServerKey } from './config/server-key-file.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { SignInEndedError } from './services/errors/errors.ts';
import type { User } from './services/models.ts';
import type { Accounts } from './services/routing/accounts.ts';
import type { SignInDeps } from './services/sign-in/run-sign-in.ts';
import type { AccountKeeper } from './services/sign-in/sign-in.ts';
import { createSignIns } from './services/sign-in/sign-ins.ts';
import { openStore } from './store/store.ts';
import { StoreError } from './store/store-error.ts';
import { serverOf } from './telegram/gramjs/session-address.ts';
import type { AccountToRun } from './workspace/account-runtime.ts';
import { openWorkspace } from './workspace/workspace.ts';

export interface App {
  /** The GraphQL address, GraphiQL's at the same time. */
  readonly url: string;
  /** Whom the gateway acts as, in words. */
  readonly account: string;
  /** Which Telegram it speaks to, in words. */
  readonly telegram: string;
  /** `null` when an account is configured. */
  readonly sandbox: Sandbox | null;
  /** Aborted when the session of the only account may be another process's: nothing is sent any more, and the app is to be closed. */
  readonly lost: AbortSignal;
  /** The folder with the built console, once it is built; `null`: there is none. */
  readonly consoleDir: Promise<URL | null>;
  /** Takes no new requests, lets those in flight finish, then ends Telegram's connection and the sandbox. */
  close(): Promise<void>;
}

/** Parts of the app that tests bring along. */
export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Answers the folder with the built console, `null` for none; asked when the rest is loaded. No console when absent. */
  readonly buildConsole?: () => Promise<URL | null>;
  /** Instead of the configured ones. */
  readonly accounts?: readonly AccountToRun[];
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
 * `ListenError`, `ControlPortError`, where there is one account also `TelegramConnectError` or a `GatewayError` (it is unavailable), each with a message for people.
 */
export async function startApp({
  config,
  log,
  buildConsole = () => Promise.resolve(null),
  accounts: brought,
  keeper = NO_KEEPER,
  callTimeoutMs,
  clock = () => new Date(),
  monotonic = () => performance.now(),
}: AppOptions): Promise<App> {
  await using started = new AsyncDisposableStack();

  const sandbox = config.telegram === null ? await startSandboxWorld(config, log) : null;
  if (sandbox) started.defer(() => sandbox.close());
  const accounts = brought ?? (config.telegram ? [await configuredAccount(config.telegram)] : sandboxAccounts(sandbox));

  // Before Telegram is touched, as it keeps other processes off the sessions.
  const store = await openStore({
    // The sandbox's world ends with the process.
    dataDir: sandbox ? null : config.dataDir,
    database: sandbox ? null : config.database,
    log,
    // A key that has a name now may have been used without one.
    renamed: config.http.apiKeys
      .filter(({ name }) => name !== null)
      .map((apiKey) => ({ from: unnamedCaller(apiKey), to: callerOf(apiKey) })),
  });
  started.defer(() => store.close());

  // What the first call does not need is loaded while Telegram is dialled.
  const opening = openWorkspace({
    accounts,
    defaultAccount: config.accounts.defaultAccount,
    lockSession: store.lockSession,
    keyAccounts: store.keyAccounts,
    cursorSecret: cursorSecretOf(config),
    log,
    clock,
    monotonic,
    ...(callTimeoutMs !== undefined && { callTimeoutMs }),
  });
  const parts = Promise.all([import('./http/server.ts'), import('./http/examples.ts'), import('./schema/index.ts')]);
  // Its few milliseconds pass while an answer is on its way, and the start waits for none of it.
  const consoleDir = parts.then(buildConsole);
  // The start itself tells why the parts are not there.
  consoleDir.catch(() => {});
  const [workspace, [{ createGateway }, { loadExamples }, { presentError, schema }]] = await Promise.all([
    opening,
    parts,
  ]);
  started.defer(() => workspace.close());

  const lost = new AbortController();
  const lose = () => {
    const reason = explain(workspace.lost.reason, [StoreError]);
    lost.abort(new StoreError(`${reason} This gateway sends nothing more and stops.`));
  };
  if (workspace.lost.aborted) lose();
  else workspace.lost.addEventListener('abort', lose);

  const signIns = createSignIns({ ...signInTo(accounts, log), keeper, clock, log });
  started.defer(() => signIns.close());
  const account = await inWords(workspace.accounts);
  const where = sandbox
    ? `the sandbox at ${sandbox.host}:${sandbox.port}: no real Telegram, nothing to break`
    : [...new Set(accounts.map(({ credentials }) => serverOf(credentials.session)))].join(', ');
  const gateway = await createGateway({
    schema,
    config: config.http,
    log,
    contextFor: ({ signal, replayed, asked }) => ({
      signal,
      replayed,
      asked,
      accounts: workspace.accounts,
      signIns,
      pins: null,
      pinned: null,
    }),
    presentError,
    readiness: workspace.readiness,
    account,
    telegram: where,
    sandbox: sandbox !== null,
    consoleDir,
    examples: await loadExamples(),
  });
  started.defer(() => gateway.close());

  lost.signal.throwIfAborted();
  const stack = started.move();
  let closed: Promise<void> | null = null;
  return {
    url: gateway.url,
    account,
    telegram: where,
    sandbox,
    lost: lost.signal,
    consoleDir,
    close: () => (closed ??= stack.disposeAsync()),
  };
}

/** Accounts that are named one by one. */
const MOST_NAMED = 3;

/** The default account first, each with its name where there are several; one that has not started so far is told as such. */
async function inWords(accounts: Accounts): Promise<string> {
  const all = new Set([...[accounts.get()].filter((account) => account !== null), ...accounts.list()]);
  const views = [...all].slice(0, MOST_NAMED);
  const words = views.map(async (view) => {
    const user = await view.user();
    const who = user === null ? 'not ready' : describe(user);
    return all.size === 1 ? who : `${view.name}: ${who}`;
  });
  const more = all.size > MOST_NAMED ? [`and ${all.size - MOST_NAMED} more`] : [];
  return [...(await Promise.all(words)), ...more].join('; ');
}

function describe({ firstName, lastName, username, isBot }: User): string {
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

/** Signing in at the Telegram of these accounts; loaded when somebody does. */
function signInTo([first]: readonly AccountToRun[], log: Logger): Pick<SignInDeps, 'signIn' | 'signOut'> {
  if (!first) throw new Error('no account tells which Telegram is meant');
  const { session, ...application } = first.credentials;
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

/** A user and a bot of the cast, as the two kinds can do different things. */
function sandboxAccounts(sandbox: Sandbox | null): AccountToRun[] {
  return ['owner', 'bot'].map((name) => {
    const account = sandbox?.accounts.find((each) => each.name === name);
    if (!sandbox || !account) throw new Error(`the sandbox has no account named ${name}`);
    const { session, botToken } = account;
    const credentials = { apiId: 1, apiHash: 'sandbox', session, serverPublicKey: sandbox.publicKey };
    return { name, kind: botToken === null ? 'USER' : 'BOT', credentials };
  });
}

async function configuredAccount(telegram: TelegramConfig): Promise<AccountToRun> {
  const { apiId, apiHash, session, serverPublicKeyPath: path } = telegram;
  const serverPublicKey = path === null ? null : await readServerKey(path);
  return { name: 'default', kind: null, credentials: { apiId, apiHash, session, serverPublicKey } };
}

/** From a secret that outlives the process, and so do cursors. */
function cursorSecretOf({ accounts, telegram }: Config): Buffer {
  const secret = accounts.sessionKeys[0]?.key ?? telegram?.session ?? randomBytes(32);
  return createHash('sha256').update('cursors').update(secret).digest();
}
