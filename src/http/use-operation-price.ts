import {
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type OperationPrice, type PricedOperation, priceOf, TOO_COSTLY } from './operation-price.ts';

const WORDS: Readonly<Record<keyof OperationPrice, string>> = {
  rows: 'rows in the answer',
  calls: 'Telegram calls',
  drawingMs: 'milliseconds of drawing',
  bytes: 'bytes in the answer',
};
/** What a refusal may propose as the longest page. */
const PAGES = [500, 200, 100, 50, 20, 10, 5, 2, 1];

/**
 * Refuses an operation whose price is above a limit before any of it runs, with its variables, and whichever way it came. A price
 * that no variable changes is worked out once for each document. A subscription costs its start and one event.
 */
export function useOperationPrice(limits: OperationPrice): Plugin {
  const affordable = new WeakSet<OperationDefinitionNode>();

  function refusal(args: ExecutionArgs): GraphQLError | null {
    const operation = getOperationAST(args.document, args.operationName);
    // Without one, and where variables are wrong, graphql-js says so and executes nothing.
    if (!operation) return null;
    if (affordable.has(operation)) return null;
    const { coerced } = getVariableValues(args.schema, operation.variableDefinitions ?? [], args.variableValues ?? {}, {
      maxErrors: 1,
    });
    if (!coerced) return null;
    let varies = false;
    const variables = new Proxy(coerced, {
      getOwnPropertyDescriptor(target, name) {
        varies = true;
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
    });
    const asked = { schema: args.schema, operation, fragments: fragmentsOf(args.document), variables };
    try {
      const error = refuse(priceOf(asked), limits, asked);
      if (!error && !varies) affordable.add(operation);
      return error;
    } catch (error) {
      // Too much is selected, or graphql-js has no value for an argument or a directive.
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }

  const check: Plugin['onExecute'] & Plugin['onSubscribe'] = ({ args, setResultAndStopExecution }) => {
    const error = refusal(args);
    if (error) setResultAndStopExecution({ errors: [error] });
  };
  return { onExecute: check, onSubscribe: check };
}

/** A document's fragments by their names. */
export function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

const PARTS = ['rows', 'calls', 'drawingMs', 'bytes'] as const;

function excess(price: OperationPrice, limits: OperationPrice): (keyof OperationPrice)[] {
  return PARTS.filter((part) => price[part] > limits[part]);
}

function refuse(price: OperationPrice, limits: OperationPrice, asked: PricedOperation): GraphQLError | null {
  const parts = excess(price, limits);
  if (parts.length === 0) return null;
  const told = parts.map((part) => `${Math.ceil(price[part])} ${WORDS[part]} (at most ${limits[part]})`);
  const first = PAGES.find((rows) => excess(priceOf(asked, rows), limits).length === 0);
  const advice = [
    first === undefined
      ? 'Split it into several operations.'
      : `Ask for first: ${first} at most in each of its lists, or split it into several operations.`,
    parts.includes('drawingMs') &&
      'Ask for SVG, for a smaller size, or for the QR code of one link in its own operation.',
  ];
  const message = [`The operation would cost ${told.join(' and ')}.`, ...advice.filter(Boolean)].join(' ');
  const extensions = { ...TOO_COSTLY, price, limits, ...(first !== undefined && { first }) };
  return new GraphQLError(message, { extensions });
}
