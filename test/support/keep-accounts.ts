import { loadStoreConfig } from '../../src/config/index.ts';
import type { SandboxAccount } from '../../src/sandbox/sandbox.ts';
import { openSeal } from '../../src/store/seal.ts';
import { openAccounts } from '../../src/store/store.ts';

/** Keeps accounts in the store that a gateway with this environment will open, as `npm run login -- --name` does. */
export async function keepAccounts(
  env: Readonly<Record<string, string>>,
  accounts: readonly Pick<SandboxAccount, 'id' | 'name' | 'botToken' | 'session'>[],
): Promise<void> {
  const config = loadStoreConfig(env);
  await using stored = await openAccounts(config, await openSeal(config, config.accounts.sessionKeys));
  for (const { id, name, botToken, session } of accounts) {
    await stored.insert({ id, name, kind: botToken === null ? 'USER' : 'BOT' }, session);
  }
}
