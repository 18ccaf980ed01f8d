import { createLogger } from '../../src/base/log.ts';
import { openStore, type StoreOptions, type StorePlace } from '../../src/store/store.ts';
import type { AccountSession, AccountStore } from '../../src/workspace/account-store.ts';
import { makeStorePlace, POSTGRES } from './store-place.ts';

/** The account that tests of the store speak of where it does not matter. */
export const SCOPE = 'ab'.repeat(32);

/** Telegram's id of the user whose session that is. */
export const USER_ID = userOf(SCOPE);

function userOf(scope: string): string {
  return `${Buffer.from(scope.slice(0, 6)).readUIntBE(0, 6)}`;
}

/** A store of an account that is closed when its scope ends. A text is a data directory; `null`: nobody else opens it. */
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
): Promise<AccountStore & Omit<AccountSession, 'open'> & AsyncDisposable> {
  const { dataDir, database = null } = await placeOf(at);
  const log = createLogger({ level: 'silent' });
  const store = await openStore({ dataDir, database, log, ...options });
  await using opened = new AsyncDisposableStack();
  opened.defer(() => store.close());
  const session = await store.lockSession(scope, { onLost: ({ message }) => onLost(message), onSuspend });
  opened.defer(() => session.close());
  const account = await session.open(userOf(scope));
  opened.defer(() => account.flush());
  const stack = opened.move();
  const close = () => stack.disposeAsync();
  return { ...account, ...session, close, [Symbol.asyncDispose]: close };
}

async function placeOf(at: StorePlace | string | null): Promise<StorePlace> {
  if (at === null) return POSTGRES ? makeStorePlace() : { dataDir: null };
  return typeof at === 'string' ? { dataDir: at } : at;
}
