import { createSelf } from '../../src/services/chats/users.ts';
import { createServices, type Services, type ServicesDeps } from '../../src/services/index.ts';
import { createFirstPort } from '../../src/services/port/stack.ts';
import { NO_KEPT_RIGHTS } from '../../src/services/routing/rights.ts';

/** What a store in memory alone is to an account's services. */
export const NOTHING_KEPT: Pick<
  ServicesDeps,
  'peers' | 'rights' | 'ledger' | 'openRequests' | 'claims' | 'changedLinks'
> = {
  peers: {
    store: {
      load: async () => ({ peers: [], usernames: [] }),
      keep: () => {},
      keepUsername: () => {},
      forgetUsername: () => {},
    },
    loaded: { peers: [], usernames: [] },
  },
  rights: NO_KEPT_RIGHTS,
  ledger: {
    begin: async () => ({ kind: 'new' }),
    sending: async () => {},
    finish: async () => {},
    release: async () => {},
  },
  claims: {
    claim: async () => true,
    isClaimed: async () => false,
    claimedBy: async () => ({ some: false, has: () => false }),
    claimMany: async () => {},
  },
  openRequests: [],
  changedLinks: { write: async () => {}, read: async () => new Map() },
};

/** The services of an account that is connected and not held, and keeps nothing, but for what a test gives. */
export function fakeServices(deps: Pick<ServicesDeps, 'telegram'> & Partial<ServicesDeps>): Services {
  const clock = deps.clock ?? (() => new Date());
  return createServices({
    self: createSelf(createFirstPort(deps.telegram, clock)),
    connection: () => ({ state: 'UP', since: new Date(0), end: null }),
    hold: { current: async () => null, note: async () => {}, lift: async () => {} },
    updates: { listen: () => () => {} },
    clock,
    monotonic: () => performance.now(),
    cursorSecret: Buffer.alloc(32),
    over: new AbortController().signal,
    log: { error: () => {} },
    ...NOTHING_KEPT,
    ...deps,
  });
}
