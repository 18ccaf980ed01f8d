import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  Kind,
  locatedError,
  type SelectionSetNode,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/**
 * What a subscription's source throws becomes its last result, as if its field had thrown it: the mask then decides what the
 * client may read, and `complete` follows. Yoga would break the connection off instead.
 */
export function useSourceErrors(): Plugin {
  return {
    onSubscribe: ({ args }) => ({
      onSubscribeResult({ result, setResult }) {
        if (isAsyncIterable(result)) setResult(endWithError(result, rootField(args.document, args.operationName)));
      },
    }),
  };
}

function endWithError(
  stream: AsyncIterable<ExecutionResult>,
  field: string,
): AsyncIterableIterator<ExecutionResult, undefined> {
  const source = stream[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;
  let failed = false;
  return {
    async next() {
      if (failed) return done;
      try {
        const item = await source.next();
        return item.done ? done : item;
      } catch (error) {
        failed = true;
        return { done: false, value: { errors: [locatedError(error, undefined, [field])] } };
      }
    },
    async return() {
      await source.return?.();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The name under which the one field of a subscription is answered. */
function rootField(document: DocumentNode, operationName: string | null | undefined): string {
  const operation = getOperationAST(document, operationName);
  return (operation && firstField(document, operation.selectionSet)) ?? 'subscription';
}

function firstField(document: DocumentNode, { selections: [first] }: SelectionSetNode): string | null {
  if (first === undefined) return null;
  if (first.kind === Kind.FIELD) return first.alias?.value ?? first.name.value;
  if (first.kind === Kind.INLINE_FRAGMENT) return firstField(document, first.selectionSet);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION || definition.name.value !== first.name.value) continue;
    return firstField(document, definition.selectionSet);
  }
  return null;
}
