/**
 * `npm run resume [-- NAME]`: lets an account write again that Telegram had limited or frozen, once an operator has seen to it.  Without a name it
 * is the one of TELEGRAM_SESSION. Reads the gateway's own environment. Works while the gateway runs: it looks again at its next write.
 * Exit code 0: done, or there was nothing to do; 1: the configuration or the store cannot be used; 2: wrong arguments.
 */

import { explain } from '../base/explain.ts';
import { ConfigError, loadConfig, type TelegramConfig } from '../config/index.ts';
import { type HeldAccount, liftHold } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { sessionScope } from '../telegram/gramjs/session-scope.ts';

export async function resume([name, ...more]: readonly string[] = []): Promise<void> {
  if (more.length > 0 || name?.startsWith('-')) {
    process.stderr.write('usage: telegram-graphql-gateway resume [NAME]\n');
    process.exitCode = 2;
    return;
  }
  try {
    const { telegram, dataDir, database } = loadConfig(process.env);
    const hold = await liftHold({ dataDir, database }, name === undefined ? ofEnvironment(telegram) : { name });
    process.stdout.write(
      hold
        ? `The account writes again. It had been stopped by ${hold.code} since ${hold.since.toISOString()}.\n`
        : `Nothing to do: ${database ? 'the database' : dataDir} holds nothing that stops this account.\n`,
    );
  } catch (error) {
    process.stderr.write(`${explain(error, [ConfigError, StoreError])}\n`);
    process.exitCode = 1;
  }
}

function ofEnvironment(telegram: TelegramConfig | null): HeldAccount {
  if (telegram?.session) return { scope: sessionScope(telegram.session) };
  throw new ConfigError([
    'TELEGRAM_SESSION is not set: name an account of the store (npm run resume -- NAME). The sandbox keeps no holds, restart it instead.',
  ]);
}
