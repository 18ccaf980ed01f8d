import { createContextCache } from '@pothos/core';
import type { GatewayContext } from '../context.ts';
import { type GatewayError, orGatewayError } from '../services/errors/errors.ts';
import type { Services } from '../services/index.ts';
import type { RoutedCall } from '../services/routing/accounts.ts';
import { builder } from './builder.ts';
import { nodeId } from './node-id.ts';
import { ask, type Place, pinOf } from './route.ts';

/** Stands between the account that a look-up is pinned to and the id. Neither names nor ids have it. */
const BEHIND_PIN = '/';

const keyOf = <Id extends string>(pinned: string | null, id: Id) =>
  pinned === null ? id : `${pinned}${BEHIND_PIN}${id}`;

/**
 * A type whose objects a loader looks up by their ids, those of one turn and one account in one call. A loader answers a promise even
 * for what it has, and a promise in a row of a page makes promises of all the objects above it. So what the operation has seen
 * is kept beside the loader, as values. What one account has seen is no answer where another one was asked for.
 */
export function loadedNode<Model extends { readonly id: string }>(
  name: string,
  method: RoutedCall['method'],
  load: (ids: readonly string[], services: Services, context: GatewayContext) => Promise<(Model | GatewayError)[]>,
) {
  const seen = createContextCache(() => new Map<string, Model>());

  function take(models: readonly (Model | GatewayError)[], context: GatewayContext, pinned: string | null): void {
    const known = seen(context);
    for (const model of models) if ('id' in model) known.set(keyOf(pinned, model.id), model);
  }

  /** Takes in what came along with an answer, for the rest of the operation. Without a place: of an object that is looked up by its id. */
  function remember(models: readonly (Model | GatewayError)[], context: GatewayContext, place?: Place): void {
    take(models, context, pinOf(context, place));
  }

  /** The object when the operation has seen it, else what the loader looks up. */
  function find<Id extends string | null>(id: Id, context: GatewayContext, place: Place): Model | string | Id {
    if (id === null) return id;
    const key = keyOf(pinOf(context, place), id);
    return seen(context).get(key) ?? key;
  }

  /** The resolver of a field whose source holds the object's id under this name. */
  function by<Key extends string, Source extends { readonly [Each in Key]: string | null }>(key: Key) {
    return (source: Source, _args: object, context: GatewayContext, place: Place) => find(source[key], context, place);
  }

  async function loadFrom(account: string | null, ids: readonly string[], context: GatewayContext) {
    const peer = ids[0] ?? null;
    const models = await ask(context, { method, account, peer }, (services) => load(ids, services, context));
    take(models, context, account);
    return models;
  }

  /** Each account is asked by itself, and the failure of one is no other's. */
  async function loadPinned(keys: readonly string[], context: GatewayContext): Promise<(Model | GatewayError)[]> {
    const found = new Map<string, Model | GatewayError>();
    const split = keys.map((key) => ({ key, at: key.indexOf(BEHIND_PIN) }));
    const byAccount = Map.groupBy(split, ({ key, at }) => (at < 0 ? context.pinned : key.slice(0, at)));
    const loading = [...byAccount].map(async ([account, of]) => {
      const ids = of.map(({ key, at }) => key.slice(at + 1));
      const models = await orGatewayError(loadFrom(account, ids, context));
      of.forEach(({ key }, index) => {
        const model = Array.isArray(models) ? models[index] : models;
        if (model) found.set(key, model);
      });
    });
    await Promise.all(loading);
    return keys.flatMap((key) => found.get(key) ?? []);
  }

  const ref = builder.loadableNodeRef<Model>(name, {
    id: nodeId(({ id }) => id, 'A global id, for `Query.node`.'),
    load: (keys: readonly string[], context) =>
      context.pins === null ? loadFrom(context.pinned, keys, context) : loadPinned(keys, context),
  });
  return Object.assign(ref, { remember, find, by });
}
