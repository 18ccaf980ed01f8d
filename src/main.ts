/** `start`, the process around the app: arguments, environment, terminal, signals, exit code. */
import { parseArgs, styleText } from 'node:util';
import type { App } from './app.ts';
import { explain } from './base/explain.ts';
import { createLogger } from './base/log.ts';
import { createSink } from './base/sink.ts';
import { buildConsole } from './build-console.ts';
import { ConfigError, type HttpConfig, loadConfig } from './config/index.ts';
import { ListenError } from './http/listen.ts';
import { readAccountAmount } from './sandbox/account-amount.ts';
import { ControlPortError } from './sandbox/faults/control-port-error.ts';
import { StoreError } from './store/store-error.ts';

/** After a clean stop only the log may keep the process, for as long as its reader takes; this ends it if a reader or a library does not. */
const EXIT_ANYWAY_AFTER_MS = 1_000;

const USAGE = 'usage: npm start -- [--accounts N]';

/**
 * Serves until SIGTERM or SIGINT. `--accounts N`: the sandbox makes so many accounts behind its cast, and the gateway acts as all of them.
 * Exit code 0: stopped; 1: it could not start; 2: wrong arguments.
 */
export async function start(args: readonly string[] = []): Promise<void> {
  const moreAccounts = accountsOrFail(args);
  if (moreAccounts === null) return;
  try {
    const config = loadConfig(process.env);
    if (moreAccounts > 0 && config.telegram) {
      throw new ConfigError(['--accounts makes accounts in the sandbox: take TELEGRAM_API_ID away to run it.']);
    }
    const log = createLogger({ level: config.logLevel });
    // Loaded only now, so that a problem of configuration is told at once.
    const { startApp } = await import('./app.ts');
    const app = await startApp({
      config,
      log,
      moreAccounts,
      ...(config.http.console && { buildConsole: () => buildConsole(log) }),
    });
    // Whoever has read the first screen may send a signal.
    stopOnSignals(app);
    process.on('unhandledRejection', (error) => {
      log.fatal({ err: error }, 'a promise was rejected and nobody looked; stopping');
      void stop(app, 1);
    });
    // The first start waits here for the console, while all else is served.
    createSink(1).write(banner(app, config.http, (await app.consoleDir) !== null));
  } catch (error) {
    createSink(2).write(`${explain(error, [ConfigError, StoreError, ListenError, ControlPortError])}\n`);
    process.exitCode = 1;
    setTimeout(() => process.exit(), EXIT_ANYWAY_AFTER_MS).unref();
  }
}

/** `null`: they are wrong, which is told. */
function accountsOrFail(args: readonly string[]): number | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { accounts: { type: 'string', default: '0' } } });
    return readAccountAmount(values.accounts);
  } catch (error) {
    createSink(2).write(`${error instanceof Error ? error.message.split(/\.\s/)[0] : String(error)}; ${USAGE}\n`);
    process.exitCode = 2;
    return null;
  }
}

function stopOnSignals(app: App): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1); // asked twice: at once
      asked = true;
      void stop(app, 0);
    });
  }
}

async function stop(app: App, exitCode: number): Promise<void> {
  process.exitCode = exitCode;
  await app.close();
  setTimeout(() => process.exit(), EXIT_ANYWAY_AFTER_MS).unref();
}

function banner(
  { url, account, telegram, sandbox }: App,
  { graphiql, apiKeys }: HttpConfig,
  hasConsole: boolean,
): string {
  const peer = sandbox ? 'sandbox_community' : 'your_group';
  const body = JSON.stringify({
    query: `mutation { exportChatInvite(input: {peer: "${peer}"}) { __typename ... on ExportedChatInvite { link } ... on Error { message } } }`,
  });
  const key = apiKeys.length > 0 ? " -H 'authorization: Bearer KEY'" : '';
  const curl = `curl ${url} -H 'content-type: application/json'${key} -d '${body}'`;
  return [
    '',
    styleText('bold', '  Telegram GraphQL Gateway'),
    '',
    ...(hasConsole ? [`  Console    ${styleText('cyan', new URL('/console', url).href)}`] : []),
    `  ${graphiql ? 'GraphiQL' : 'GraphQL '}   ${styleText('cyan', url)}`,
    `  Acting as  ${account ?? `nobody yet: sign in ${hasConsole ? `at ${new URL('/console/accounts', url).href}, ` : ''}by npm run login -- --name NAME, or by beginSignIn`}`,
    `  Telegram   ${telegram}`,
    ...(sandbox?.control ? [`  Faults     ${sandbox.control}/faults`] : []),
    '',
    ...(graphiql
      ? [
          '  Three things to try:',
          '  1. Open GraphiQL and press play: the first tab makes an invite link.',
          `  2. Open ${new URL('/examples', url)}: every example, and every failure a type.`,
          `  3. ${curl}`,
        ]
      : [`  To try it: ${curl}`]),
    '',
    '',
  ].join('\n');
}
