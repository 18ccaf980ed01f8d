import type { AccountStore } from '../../src/accounts/account-store.ts';
import { createLogger } from '../../src/base/log.ts';
import { openStore, type StoreOptions } from '../../src/store/store.ts';

/** The account that tests of the store speak of where it does not matter. */
export const SCOPE = 'ab'.repeat(32);

/** A store that is closed when its scope ends. */
export async function openTestStore(
  dataDir: string | null,
  options: Partial<StoreOptions> = {},
): Promise<AccountStore & AsyncDisposable> {
  const store = await openStore({ dataDir, scope: SCOPE, log: createLogger({ level: 'silent' }), ...options });
  return { ...store, [Symbol.asyncDispose]: () => store.close() };
}
