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
import type { User } from './services/models.ts';
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
  buildConsole = () => Promise.resolve(null),
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
  const opening = openLocalAccount({
    credentials,
    openStore: openAccountStore,
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
  const [local, [{ createGateway }, { loadExamples }, { presentError, schema }]] = await Promise.all([opening, parts]);
  started.defer(() => local.close());

  const { services, lost, telegramAddress } = local;
  const account = inWords(local.user);
  const where = sandbox ? `the sandbox at ${telegramAddress}: no real Telegram, nothing to break` : telegramAddress;
  const gateway = await createGateway({
    schema,
    config: config.http,
    log,
    contextFor: ({ signal, replayed }) => ({ signal, replayed, services }),
    presentError,
    readiness: local.readiness,
    account,
    telegram: where,
    sandbox: sandbox !== null,
    consoleDir,
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
    consoleDir,
    close: () => (closed ??= stack.disposeAsync()),
  };
}

function inWords({ firstName, lastName, username, isBot }: User): string {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return `${name}${username === null ? '' : ` (@${username})`}, a ${isBot ? 'bot' : 'user'}`;
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
