import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { AccountNotFoundError } from '../services/errors/errors.ts';
import type { Services } from '../services/index.ts';
import type { AccountView } from '../services/routing/accounts.ts';
import type { RoutedCall } from '../services/routing/route.ts';
import { builder } from './builder.ts';

const WHICH =
  'The name of the account that shall do it, from `Query.accounts`, with everything below this field. Another name is ' +
  'ACCOUNT_NOT_FOUND. Absent or `null`: the account that can do it, chosen for each field that asks Telegram (docs/accounts.md); for ' +
  'what means an account’s own, the default account if it may.';

/** What every root read takes. */
export const accountArgument = builder.args((t) => ({ account: t.string({ description: WHICH }) }));

/** The same as a field of an input. */
export const ACCOUNT_FIELD =
  'The name of the account that shall do it, from `Query.accounts`, and what is selected of the answer is read by it as ' +
  'well. A part of the input that belongs to an `idempotencyKey`. Absent or `null`: the account that can do it (docs/accounts.md); for ' +
  'what means an account’s own, the default account if it may, and INVALID_INPUT names the others if several may.';

/** Where a field stands in its operation. */
export type Place = Pick<GraphQLResolveInfo, 'path'>;

/** The accounts of each operation, by the names that it has given. */
const given = new WeakMap<GatewayContext, Map<string, AccountView>>();

/** In one operation a name means one account throughout, whoever is renamed meanwhile. Throws `AccountNotFoundError`. */
function named(context: GatewayContext, name: string): AccountView {
  const known = given.get(context)?.get(name);
  if (known) return known;
  const account = context.accounts.get(name);
  if (!account) throw new AccountNotFoundError(name);
  given.set(context, (given.get(context) ?? new Map()).set(name, account));
  return account;
}

/** Has the account that was asked for answer the field and everything below it. Throws `AccountNotFoundError`. */
export function pin(context: GatewayContext, { path }: Place, name: string): void {
  context.pins ??= new WeakMap();
  context.pins.set(path, named(context, name));
}

/** The account that the field or one above it is pinned to; `null`: none. */
export function pinOf(context: GatewayContext, place?: Place): AccountView | null {
  const { pins } = context;
  for (let at = place?.path; pins && at; at = at.prev) {
    const account = pins.get(at);
    if (account !== undefined) return account;
  }
  return null;
}

type CallOfField = Omit<RoutedCall, 'account'> & {
  /** The field's own argument. */
  readonly account?: string | null | undefined;
};

/** Runs what a field is for on the account that is to answer it. Throws as `pin` does. */
export function route<T>(
  context: GatewayContext,
  place: Place,
  call: CallOfField,
  run: (services: Services) => Promise<T>,
): Promise<T> {
  if (call.account != null) pin(context, place, call.account);
  return ask(context, { ...call, account: pinOf(context, place) }, run);
}

/** The same for a call whose account is known, or left to the gateway. Notes who was asked. */
export function ask<T>(context: GatewayContext, call: RoutedCall, run: (services: Services) => Promise<T>): Promise<T> {
  return context.accounts.on(call, (services, { name }) => {
    if (!context.asked.includes(name)) context.asked.push(name);
    return run(services);
  });
}
