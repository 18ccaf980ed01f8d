/** `start`, the process around the app: environment, terminal, signals, exit code. */
import { styleText } from 'node:util';
import type { App } from './app.ts';
import { explain } from './base/explain.ts';
import { createLogger } from './base/log.ts';
import { createSink } from './base/sink.ts';
import { buildConsole } from './build-console.ts';
import { ConfigError, type HttpConfig, loadConfig } from './config/index.ts';
import { ListenError } from './http/listen.ts';
import { ControlPortError } from './sandbox/faults/control-port-error.ts';
import { StoreError } from './store/store-error.ts';

/** After a clean stop only the log may keep the process, for as long as its reader takes; this ends it if a reader or a library does not. */
const EXIT_ANYWAY_AFTER_MS = 1_000;

/** Serves until SIGTERM or SIGINT. Exit code 0: stopped; 1: it could not start. */
export async function start(): Promise<void> {
  try {
    const config = loadConfig(process.env);
    const log = createLogger({ level: config.logLevel });
    // Loaded only now, so that a problem of configuration is told at once.
    const { startApp } = await import('./app.ts');
    const app = await startApp({ config, log, ...(config.http.console && { buildConsole: () => buildConsole(log) }) });
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
    `  Acting as  ${account}`,
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
