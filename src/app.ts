/**
 * The composition root: configuration → (sandbox) → store → accounts → schema → HTTP. Only this file and `main.ts` see every
 * folder; `main.ts` adds the process: environment, signals, exit code.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Logger } from './base/log.ts';
import { callerOf, unnamedCaller } from './config/api-key.ts';
import { type Config, ConfigError, type TelegramConfig } from './config/index.ts';
import { readServerKey } from './config/server-key-file.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { GatewayError, TelegramUnavailableError } from './services/errors/errors.ts';
import type { User } from './services/models.ts';
import type { Accounts } from './services/routing/accounts.ts';
import { asFailure } from './services/sign-in/failure.ts';
import { createSignIns } from './services/sign-in/sign-ins.ts';
import { openSeal } from './store/seal.ts';
import { hasAccounts, openStore } from './store/store.ts';
import { StoreError } from './store/store-error.ts';
import type { TelegramCredentials } from './telegram/gramjs/connect.ts';
import { TelegramConnectError } from './telegram/gramjs/connect-error.ts';
import { serverOf } from './telegram/gramjs/session-address.ts';
import { RpcFailure } from './telegram/rpc-error.ts';
import type { SignInOptions } from './telegram/sign-in/sign-in.ts';
import type { AccountToRun } from './workspace/account-runtime.ts';
import { Misconfigured } from './workspace/misconfigured.ts';
import { openWorkspace } from './workspace/workspace.ts';

export interface App {
  /** The GraphQL address, GraphiQL's at the same time. */
  readonly url: string;
  /** Whom the gateway acts as, in words; `null`: there is no account so far. */
  readonly account: string | null;
  /** Which Telegram it speaks to, in words. */
  readonly telegram: string;
  /** `null` when real Telegram is meant. */
  readonly sandbox: Sandbox | null;
  /** The folder with the built console, once it is built; `null`: there is none. */
  readonly consoleDir: Promise<URL | null>;
  /** Takes no new requests, lets those in flight finish, then ends Telegram's connections and the sandbox. */
  close(): Promise<void>;
}

/** Parts of the app that tests bring along. */
export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Answers the folder with the built console, `null` for none; asked when the rest is loaded. No console when absent. */
  readonly buildConsole?: () => Promise<URL | null>;
  /** Instead of the one of the environment. */
  readonly accounts?: readonly GivenAccount[];
  /** How many accounts the sandbox makes behind its cast; 0 when absent. */
  readonly moreAccounts?: number;
  /** How long one Telegram call may take; the connection's default when absent. */
  readonly callTimeoutMs?: number;
  /** The wall clock; the machine's when absent. */
  readonly clock?: () => Date;
  /** Milliseconds since any moment, by which waits and sendings are measured; `performance.now` when absent. */
  readonly monotonic?: () => number;
}

/** An account that is not of the store. */
export interface GivenAccount extends Pick<AccountToRun, 'name' | 'kind'> {
  readonly session: string;
}

/**
 * Starts everything, or nothing: what had started is closed again when a later part fails. Throws `ConfigError`, `StoreError`,
 * `ListenError` and `ControlPortError`, each with a message for people. An account that cannot start is no failure.
 */
export async function startApp({
  config,
  log,
  buildConsole = () => Promise.resolve(null),
  accounts: given,
  moreAccounts = 0,
  callTimeoutMs,
  clock = () => new Date(),
  monotonic = () => performance.now(),
}: AppOptions): Promise<App> {
  await using started = new AsyncDisposableStack();

  if (config.telegram === null) await requireNoAccounts(config);
  const sandbox = config.telegram === null ? await startSandboxWorld(config, moreAccounts, log) : null;
  if (sandbox) started.defer(() => sandbox.close());
  // The sandbox's world ends with the process.
  const place = sandbox ? { dataDir: null, database: null } : { dataDir: config.dataDir, database: config.database };
  const telegram = sandbox ? sandboxAsTelegram(sandbox) : await namedTelegram(config);

  // Before Telegram is touched, as it keeps other processes off the sessions.
  const store = await openStore({
    ...place,
    log,
    // A key that has a name now may have been used without one.
    renamed: config.http.apiKeys
      .filter(({ name }) => name !== null)
      .map((apiKey) => ({ from: unnamedCaller(apiKey), to: callerOf(apiKey) })),
  });
  started.defer(() => store.close());
  const seal = await openSeal(place, config.accounts.sessionKeys);
  const stored = store.accounts(seal);
  for (const { session, ...account } of sandbox ? accountsOf(sandbox) : []) await stored.insert(account, session);

  // What the first call does not need is loaded while Telegram is dialled.
  const opening = openWorkspace({
    accounts: (given ?? telegram.accounts).map(toRun),
    stored,
    application: telegram.application,
    defaultNames: [config.accounts.defaultAccount, 'default', sandbox && 'owner'].filter((name) => name !== null),
    lockSession: store.lockSession,
    keyAccounts: store.keyAccounts,
    cursorSecret: seal.derive('cursors') ?? cursorSecretOf(config.telegram),
    signOut: (session) => endSession(session, telegram, { log, clock }),
    explain: (error) =>
      error instanceof Error && FOR_OPERATORS.some((kind) => error instanceof kind) ? error.message : null,
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
  const { defaultAccount } = config.accounts;
  if (defaultAccount !== null && workspace.accounts.get(defaultAccount) === null) {
    log.warn({ account: defaultAccount }, 'DEFAULT_ACCOUNT names no account; another one is meant where none is named');
  }

  const signIns = createSignIns({
    signIn: async (options) => {
      const { signIn } = await import('./telegram/sign-in/sign-in.ts');
      return signIn({ ...telegram.application, ...options, server: telegram.server, log });
    },
    signOut: (session) => endSession(session, telegram, { log, clock }),
    keeper: workspace,
    clock,
    log,
  });
  started.defer(() => signIns.close());
  const account = await inWords(workspace.accounts);
  const gateway = await createGateway({
    schema,
    config: config.http,
    log,
    contextFor: ({ signal, replayed, asked }) => ({
      signal,
      replayed,
      asked,
      accounts: workspace.accounts,
      management: workspace,
      signIns,
      pins: null,
    }),
    presentError,
    readiness: workspace.readiness,
    account: account ?? 'nobody yet',
    telegram: telegram.words,
    sandbox: sandbox !== null,
    consoleDir,
    examples: await loadExamples(),
  });
  started.defer(() => gateway.close());

  const stack = started.move();
  let closed: Promise<void> | null = null;
  return {
    url: gateway.url,
    account,
    telegram: telegram.words,
    sandbox,
    consoleDir,
    close: () => (closed ??= stack.disposeAsync()),
  };
}

/** Why an account cannot start, in words for operators. */
const FOR_OPERATORS = [StoreError, Misconfigured, TelegramConnectError, GatewayError];

/** Accounts that are named one by one. */
const MOST_NAMED = 3;

/** The default account first, each with its name where there are several; one that has not started so far is told as such. */
async function inWords(accounts: Accounts): Promise<string | null> {
  const all = new Set([...[accounts.get()].filter((account) => account !== null), ...accounts.list()]);
  const views = [...all].slice(0, MOST_NAMED);
  const words = views.map(async (view) => {
    const user = await view.user();
    const who = user === null ? `not ready: ${(await view.state()).message}` : describe(user);
    return all.size === 1 ? who : `${view.name}: ${who}`;
  });
  if (all.size === 0) return null;
  const more = all.size > MOST_NAMED ? [`and ${all.size - MOST_NAMED} more`] : [];
  return [...(await Promise.all(words)), ...more].join('; ');
}

function describe({ firstName, lastName, username, isBot }: User): string {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return `${name}${username === null ? '' : ` (@${username})`}, a ${isBot ? 'bot' : 'user'}`;
}

/** Loaded only when it is wanted: a gateway with an account does not carry the sandbox. */
async function startSandboxWorld(config: Config, moreAccounts: number, log: Logger): Promise<Sandbox> {
  const { startSandbox } = await import('./sandbox/sandbox.ts');
  return startSandbox({
    moreAccounts,
    visitors: config.sandboxVisitors,
    controlPort: config.sandboxControlPort ?? undefined,
    onFault: (error) => log.error({ err: error }, 'a fault of the sandbox'),
  });
}

/** A Telegram: the sandbox, or the one that the environment names. */
interface WhichTelegram {
  readonly application: Omit<TelegramCredentials, 'session'>;
  /** Where accounts sign in; `null`: at Telegram's production servers. */
  readonly server: SignInOptions['server'];
  /** Of the environment. */
  readonly accounts: readonly GivenAccount[];
  /** For people. */
  readonly words: string;
}

function sandboxAsTelegram({ host, port, publicKey }: Sandbox): WhichTelegram {
  return {
    application: { apiId: 1, apiHash: 'sandbox', serverPublicKey: publicKey },
    server: { host, port, dc: 2 },
    accounts: [],
    words: `the sandbox at ${host}:${port}: no real Telegram, nothing to break`,
  };
}

async function namedTelegram({ telegram }: Config): Promise<WhichTelegram> {
  if (!telegram) throw new Error('the environment names no Telegram');
  const { apiId, apiHash, session, server, serverPublicKeyPath: path } = telegram;
  const own = server ?? (session === null ? null : serverOf(session));
  return {
    application: { apiId, apiHash, serverPublicKey: path === null ? null : await readServerKey(path) },
    server: own,
    accounts: session === null ? [] : [{ name: 'default', kind: null, session }],
    words: own === null ? 'Telegram' : `${own.host}:${own.port}`,
  };
}

/** The sandbox never opens an operator's store, nor takes the place of the accounts in there. */
async function requireNoAccounts({ dataDir, database }: Config): Promise<void> {
  if (!(await hasAccounts({ dataDir, database }))) return;
  const where = database ? 'The database of DATABASE_URL' : `The store in ${dataDir} (DATA_DIR)`;
  throw new ConfigError([
    `${where} holds accounts: set TELEGRAM_API_ID and TELEGRAM_API_HASH to act as them, or name another place to try the sandbox.`,
  ]);
}

/** A user and a bot, as the two kinds can do different things, and those that were made on demand. */
function accountsOf({ accounts }: Sandbox) {
  const meant = accounts.filter(({ name }) => name === 'owner' || name === 'bot' || /^(user|bot)-\d+$/.test(name));
  return meant.map(({ id, name, session, botToken }) => {
    return { id, name, kind: botToken === null ? ('USER' as const) : ('BOT' as const), session };
  });
}

function toRun({ name, kind, session }: GivenAccount): AccountToRun {
  return { name, kind, userId: null, origin: 'ENVIRONMENT', session: async () => session };
}

/** Ends a session that nobody uses. Rejects with a `GatewayError` where Telegram may not have ended it. */
async function endSession(
  session: string,
  { application }: WhichTelegram,
  { log, clock }: { readonly log: Logger; readonly clock: () => Date },
): Promise<void> {
  const { signOut } = await import('./telegram/sign-in/sign-out.ts');
  try {
    await signOut(session, { ...application, log });
  } catch (error) {
    const hasEnded = error instanceof RpcFailure && error.code === 401;
    if (hasEnded || (error instanceof TelegramConnectError && error.end !== null)) return;
    log.warn({ err: error }, 'a session may not have ended');
    throw (
      asFailure(error, clock()) ??
      new TelegramUnavailableError('Telegram has not said that the session is over.', 'UNKNOWN')
    );
  }
}

/** Cursors come from a secret that outlives the process, and so do they. */
function cursorSecretOf(telegram: TelegramConfig | null): Buffer {
  const secret = telegram?.session ?? randomBytes(32);
  return createHash('sha256').update('cursors').update(secret).digest();
}
