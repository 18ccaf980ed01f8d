import { createLogger } from '../../src/base/log.ts';
import { openStore, type StoreOptions, type StorePlace } from '../../src/store/store.ts';
import type { AccountStore } from '../../src/workspace/account-store.ts';
import { makeStorePlace, POSTGRES } from './store-place.ts';

/** The account that tests of the store speak of where it does not matter. */
export const SCOPE = 'ab'.repeat(32);

/** A store that is closed when its scope ends. A text is a data directory; `null`: nobody else opens it. */
export async function openTestStore(
  at: StorePlace | string | null,
  {
    scope = SCOPE,
    onLost = () => {},
    onSuspend = () => {},
    ...options
  }: Partial<StoreOptions> & {
    readonly scope?: string;
    readonly onLost?: (reason: string) => void;
    readonly onSuspend?: () => void;
  } = {},
): Promise<AccountStore & AsyncDisposable> {
  const { dataDir, database = null } = await placeOf(at);
  const log = createLogger({ level: 'silent' });
  const store = await openStore({ dataDir, database, log, ...options });
  await using opened = new AsyncDisposableStack();
  opened.defer(() => store.close());
  const account = await store.openAccount(scope, { onLost: ({ message }) => onLost(message), onSuspend });
  opened.defer(() => account.close());
  const stack = opened.move();
  const close = () => stack.disposeAsync();
  return { ...account, close, [Symbol.asyncDispose]: close };
}

async function placeOf(at: StorePlace | string | null): Promise<StorePlace> {
  if (at === null) return POSTGRES ? makeStorePlace() : { dataDir: null };
  return typeof at === 'string' ? { dataDir: at } : at;
}
