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
import { currentRecord } from '../request/request-record.ts';
import { type OperationPrice, type PricedOperation, priceOf, TOO_COSTLY } from './operation-price.ts';

const WORDS: Readonly<Record<keyof OperationPrice, string>> = {
  rows: 'rows in the answer',
  calls: 'Telegram calls',
  drawingMs: 'milliseconds of drawing',
  bytes: 'bytes in the answer',
};
/** Rows of the longest page that a refusal may propose. */
const MOST_ROWS = 500;

/** Characters of the variables' values that are kept with a document. */
const KEPT_CHARACTERS = 200;

/** The variables that a price depends on, and values for which it is within the limits. */
interface Affordable {
  readonly names: readonly string[];
  readonly values: string;
  readonly bytes: number;
}

/**
 * Refuses an operation whose price is above a limit before any of it runs, with its variables, and whichever way it came. A document
 * that comes again is not priced again unless a variable has changed that its price depends on. A subscription costs its start
 * and one event.
 */
export function useOperationPrice(limits: OperationPrice): Plugin {
  const affordable = new WeakMap<OperationDefinitionNode, Affordable>();

  function refusal({ schema, document, operationName, variableValues }: ExecutionArgs): GraphQLError | null {
    const operation = getOperationAST(document, operationName);
    // Without one, and where variables are wrong, graphql-js says so and executes nothing.
    if (!operation) return null;
    const given = variableValues ?? {};
    const known = affordable.get(operation);
    const record = currentRecord();
    if (known && valuesOf(known.names, given) === known.values) {
      record.bytes = known.bytes;
      return null;
    }
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
    if (!coerced) return null;
    const read = new Set<string>();
    const variables = new Proxy(coerced, {
      getOwnPropertyDescriptor(target, name) {
        read.add(String(name));
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
    });
    const asked = { schema, operation, fragments: fragmentsOf(document), variables };
    try {
      const price = priceOf(asked);
      record.bytes = price.bytes;
      const error = refuse(price, limits, asked);
      const names = [...read];
      const values = valuesOf(names, given);
      if (!error && values.length <= KEPT_CHARACTERS) affordable.set(operation, { names, values, bytes: price.bytes });
      return error;
    } catch (error) {
      // Too much is selected or nothing, or graphql-js has no value for an argument or a directive.
      if (!(error instanceof GraphQLError)) throw error;
      Object.assign(error.extensions, { ...REFUSED, code: error.extensions['code'] ?? 'BAD_USER_INPUT' });
      return error;
    }
  }

  const check: Plugin['onExecute'] & Plugin['onSubscribe'] = ({ args, setResultAndStopExecution }) => {
    const error = refusal(args);
    if (error) setResultAndStopExecution({ errors: [error] });
  };
  return { onExecute: check, onSubscribe: check };
}

/** An absent value is another one than `null`. */
function valuesOf(names: readonly string[], given: Readonly<Record<string, unknown>>): string {
  return names.length === 0
    ? ''
    : JSON.stringify(names.map((name) => (Object.hasOwn(given, name) ? [given[name]] : [])));
}

/** A document's fragments by their names. */
export function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** By the media type that tells of a refusal in its status. */
const REFUSED = { http: { spec: true, status: 400 } };
const PARTS = ['rows', 'calls', 'drawingMs', 'bytes'] as const;

function excess(price: OperationPrice, limits: OperationPrice): (keyof OperationPrice)[] {
  return PARTS.filter((part) => price[part] > limits[part]);
}

/** Rows of the longest page with which the operation would be served; 0: it is too dear with any. */
function longestPage(limits: OperationPrice, asked: PricedOperation): number {
  let served = 0;
  let refused = MOST_ROWS + 1;
  while (refused - served > 1) {
    const rows = Math.floor((served + refused) / 2);
    if (excess(priceOf(asked, rows), limits).length === 0) served = rows;
    else refused = rows;
  }
  return served;
}

function refuse(price: OperationPrice, limits: OperationPrice, asked: PricedOperation): GraphQLError | null {
  const parts = excess(price, limits);
  if (parts.length === 0) return null;
  const told = parts.map((part) => `${Math.ceil(price[part])} ${WORDS[part]} (at most ${limits[part]})`);
  const first = longestPage(limits, asked);
  const advice = [
    first === 0
      ? 'Split it into several operations.'
      : `Ask for first: ${first} at most in each of its lists, or split it into several operations.`,
    parts.includes('drawingMs') &&
      'Ask for SVG, for a smaller size, or for the QR code of one link in its own operation.',
  ];
  const message = [`The operation would cost ${told.join(' and ')}.`, ...advice.filter(Boolean)].join(' ');
  const extensions = { ...REFUSED, code: TOO_COSTLY, price, limits, ...(first > 0 && { first }) };
  return new GraphQLError(message, { extensions });
}
