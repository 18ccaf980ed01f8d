/**
 * `npm run resume`: lets an account write again that Telegram had limited or frozen, once an operator has seen to it. Reads
 * the gateway's own environment. Works while the gateway runs: it looks again at its next write.
 * Exit code 0: done, or there was nothing to do; 1: the configuration or the store cannot be used.
 */

import { explain } from '../base/explain.ts';
import { ConfigError, loadConfig } from '../config/index.ts';
import { liftHold } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { sessionScope } from '../telegram/gramjs/session-scope.ts';

export async function resume(): Promise<void> {
  try {
    const { telegram, dataDir, database } = loadConfig(process.env);
    if (!telegram)
      throw new ConfigError(['TELEGRAM_SESSION is not set: the sandbox keeps no holds, restart it instead.']);
    const hold = await liftHold({ dataDir, database }, sessionScope(telegram.session));
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
