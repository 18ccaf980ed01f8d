import { createContextCache } from '@pothos/core';
import type { GatewayContext } from '../context.ts';
import type { GatewayError } from '../services/errors/errors.ts';
import { builder } from './builder.ts';
import { nodeId } from './node-id.ts';

/**
 * A type whose objects a loader looks up by their ids, those of one turn in one call. A loader answers a promise even for
 * what it has, and a promise in a row of a page makes promises of all the objects above it. So what the operation has seen
 * is kept beside the loader, as values.
 */
export function loadedNode<Model extends { readonly id: string }>(
  name: string,
  load: (ids: readonly string[], context: GatewayContext) => Promise<(Model | GatewayError)[]>,
) {
  const seen = createContextCache(() => new Map<string, Model>());

  /** Takes in what came along with an answer, for the rest of the operation. */
  function remember(models: readonly (Model | GatewayError)[], context: GatewayContext): void {
    const known = seen(context);
    for (const model of models) if ('id' in model) known.set(model.id, model);
  }

  /** The object when the operation has seen it, else its id, which the loader looks up. */
  function find<Id extends string | null>(id: Id, context: GatewayContext): Model | Id {
    return (id === null ? undefined : seen(context).get(id)) ?? id;
  }

  /** The resolver of a field whose source holds the object's id under this name. */
  function by<Key extends string, Source extends { readonly [Each in Key]: string | null }>(key: Key) {
    return (source: Source, _args: object, context: GatewayContext) => find(source[key], context);
  }

  const ref = builder.loadableNodeRef<Model>(name, {
    id: nodeId(({ id }) => id, 'A global id, for `Query.node`.'),
    async load(ids: readonly string[], context) {
      const models = await load(ids, context);
      remember(models, context);
      return models;
    },
  });
  return Object.assign(ref, { remember, find, by });
}
