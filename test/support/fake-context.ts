import type { GatewayContext } from '../../src/context.ts';
import type { AccountManagement } from '../../src/services/account/account-management.ts';
import type { Services } from '../../src/services/index.ts';
import { createCursors } from '../../src/services/page/cursor.ts';
import { type AccountView, createAccounts } from '../../src/services/routing/accounts.ts';
import { createKeyAccounts } from '../../src/services/routing/key-account.ts';
import type { SignIns } from '../../src/services/sign-in/sign-ins.ts';
import { memoryKeys } from './fake-accounts.ts';

/** What resolvers may touch where one account, which acts by these services, is all that there is. */
export function fakeContext(services: Services): GatewayContext {
  const view: AccountView = {
    name: 'default',
    kind: 'USER',
    userId: null,
    user: () => null,
    state: services.accountState,
    services,
    enter: () => () => {},
    failure: () => {
      throw new Error('this account acts');
    },
  };
  return {
    signal: new AbortController().signal,
    replayed: [],
    asked: [],
    accounts: createAccounts(
      new Map([['default', view]]),
      () => 'default',
      new Set(),
      createKeyAccounts(memoryKeys(), { error: () => {} }),
      createCursors(Buffer.alloc(32)),
    ),
    management: {} as AccountManagement,
    signIns: {} as SignIns, // no test of fields reaches them
    pins: null,
  };
}
