import type { Logger } from './base/log.ts';
import type { AccountManagement } from './services/account/account-management.ts';
import type { Accounts, AccountView } from './services/routing/accounts.ts';
import type { SignIns } from './services/sign-in/sign-ins.ts';

/** What the HTTP side knows of a request before any resolver runs. */
export interface RequestScope {
  /** Stands in every log line and in the `x-request-id` header of the answer. */
  readonly requestId: string;
  /** Carries the request id. Made when first asked for: few requests have anything to say, and it takes as long as a line. */
  readonly log: () => Logger;
  /** Aborts when the client goes away or the request's deadline passes. */
  readonly signal: AbortSignal;
  /** Paths of the root fields that were answered as an earlier request was; resolvers note them. */
  readonly replayed: (string | number)[][];
  /** The names of the accounts that were asked for something; resolvers note them. */
  readonly asked: string[];
}

/** What a resolver may touch. */
export interface GatewayContext extends Pick<RequestScope, 'signal' | 'replayed' | 'asked'> {
  readonly accounts: Accounts;
  readonly signIns: SignIns;
  readonly management: AccountManagement;
  /** The accounts that fields were pinned to, by their paths: a pin holds for everything below. `null`: there is none. */
  pins: WeakMap<object, AccountView> | null;
}
