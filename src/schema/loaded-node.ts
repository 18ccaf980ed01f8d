import { createContextCache } from '@pothos/core';
import type { GatewayContext } from '../context.ts';
import { type GatewayError, orGatewayError } from '../services/errors/errors.ts';
import type { Services } from '../services/index.ts';
import type { AccountView } from '../services/routing/accounts.ts';
import type { RoutedCall } from '../services/routing/route.ts';
import { builder } from './builder.ts';
import { nodeId } from './node-id.ts';
import { ask, type Place, pinOf } from './route.ts';

/** Stands between the account that a look-up is pinned to and the id, which has none. */
const BEHIND_PIN = '/';

/** The accounts that look-ups of an operation are pinned to. A key has the place of its account among them. */
const pinnedTo = createContextCache((): AccountView[] => []);

function keyOf<Id extends string>(context: GatewayContext, pinned: AccountView | null, id: Id): Id | string {
  if (pinned === null) return id;
  const accounts = pinnedTo(context);
  if (!accounts.includes(pinned)) accounts.push(pinned);
  return `${accounts.indexOf(pinned)}${BEHIND_PIN}${id}`;
}

/**
 * A type whose objects a loader looks up by their ids, those of one turn and one account in one call. A loader answers a promise even
 * for what it has, and a promise in a row of a page makes promises of all the objects above it. So what the operation has seen
 * is kept beside the loader, as values. What one account has seen is no answer where another one was asked for.
 */
export function loadedNode<Model extends { readonly id: string }>(
  name: string,
  callFor: (id: string) => Omit<RoutedCall, 'account'>,
  load: (ids: readonly string[], services: Services, context: GatewayContext) => Promise<(Model | GatewayError)[]>,
) {
  const seen = createContextCache(() => new Map<string, Model>());

  function take(models: readonly (Model | GatewayError)[], context: GatewayContext, pinned: AccountView | null): void {
    const known = seen(context);
    for (const model of models) if ('id' in model) known.set(keyOf(context, pinned, model.id), model);
  }

  /** Takes in what came along with an answer, for the rest of the operation. Without a place: of an object that is looked up by its id. */
  function remember(models: readonly (Model | GatewayError)[], context: GatewayContext, place?: Place): void {
    take(models, context, pinOf(context, place));
  }

  /** The object when the operation has seen it, else what the loader looks up. */
  function find<Id extends string | null>(id: Id, context: GatewayContext, place: Place): Model | string | Id {
    if (id === null) return id;
    const key = keyOf(context, pinOf(context, place), id);
    return seen(context).get(key) ?? key;
  }

  /** The resolver of a field whose source holds the object's id under this name. */
  function by<Key extends string, Source extends { readonly [Each in Key]: string | null }>(key: Key) {
    return (source: Source, _args: object, context: GatewayContext, place: Place) => find(source[key], context, place);
  }

  async function loadFrom(account: AccountView | null, ids: readonly string[], context: GatewayContext) {
    const call = { ...callFor(ids[0] ?? ''), account };
    const models = await ask(context, call, (services) => load(ids, services, context));
    take(models, context, account);
    return models;
  }

  /** What is asked of one account at once. Its failure is that of each id. */
  async function loadApart(account: AccountView | null, ids: readonly string[], context: GatewayContext) {
    const models = await orGatewayError(loadFrom(account, ids, context));
    return Array.isArray(models) ? models : ids.map(() => models);
  }

  /** Each id is asked of the account that can address it. */
  async function share(ids: readonly string[], context: GatewayContext): Promise<(Model | GatewayError)[]> {
    const { accounts } = context;
    if (accounts.list().length < 2) return loadFrom(null, ids, context);
    const picked = await Promise.all(ids.map((id) => accounts.pick({ ...callFor(id), account: null })));
    return inGroups(
      ids,
      (_id, index) => picked[index],
      (of) => loadApart(null, of, context),
    );
  }

  /** Each account is asked by itself, and the failure of one is no other's. */
  function loadPinned(keys: readonly string[], context: GatewayContext): Promise<(Model | GatewayError)[]> {
    const accountOf = (key: string) =>
      key.includes(BEHIND_PIN) ? (pinnedTo(context)[Number(key.split(BEHIND_PIN)[0])] ?? null) : null;
    return inGroups(keys, accountOf, (of, account) => {
      const ids = of.map((key) => key.slice(key.indexOf(BEHIND_PIN) + 1));
      return account === null ? share(ids, context) : loadApart(account, ids, context);
    });
  }

  const ref = builder.loadableNodeRef<Model>(name, {
    id: nodeId(({ id }) => id, 'A global id, for `Query.node`.'),
    load: (keys: readonly string[], context) =>
      context.pins === null ? share(keys, context) : loadPinned(keys, context),
  });
  return Object.assign(ref, { remember, find, by });
}

/** Loads what belongs together at once, and answers all in their order. */
async function inGroups<Group, Found>(
  ids: readonly string[],
  groupOf: (id: string, index: number) => Group,
  loadGroup: (ids: readonly string[], group: Group) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const found = new Map<string, Found>();
  const loading = [...Map.groupBy(ids, groupOf)].map(async ([group, of]) => {
    for (const [index, each] of (await loadGroup(of, group)).entries()) found.set(of[index] ?? '', each);
  });
  await Promise.all(loading);
  return ids.flatMap((id) => found.get(id) ?? []);
}
