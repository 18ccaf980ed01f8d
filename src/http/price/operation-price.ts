import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { type Price, statedPrice } from '../../base/price.ts';
import { introspectionPrice } from './introspection-price.ts';

/** What an operation costs at the most. Each part has its limit in `limits.ts`. */
export interface OperationPrice {
  /** Rows of all lists in the answer. */
  readonly rows: number;
  /** Telegram calls. */
  readonly calls: number;
  /** Milliseconds of drawing. */
  readonly drawingMs: number;
  /** Of the answer. */
  readonly bytes: number;
}

/** An operation as it would be executed. */
export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where a selection stands. */
interface Place {
  /** Objects that it is asked of. */
  readonly objects: number;
  /** Answers in which they come, each at its own time: a loader makes a call for each. */
  readonly answers: number;
  /** Rows of a connection's list, `null` outside of one. */
  readonly rows: number | null;
}

/** Rows of a list that states none; a test sees to it that ours do. */
const ROWS_UNSTATED = 100;
/** Of a value by its type, quotes and comma included. Text is a name of 64 letters, each of three bytes, or a cursor. */
const LEAF_BYTES: Readonly<Record<string, number>> = { Int: 12, Boolean: 6, DateTime: 27, ID: 128, Peer: 24 };
const TEXT_BYTES = 195;
/** Of an error with its message, path and code, which may stand in the place of what asks Telegram or is drawn. */
const ERROR_BYTES = 700;
/** Fields selected before any list is multiplied, fragments unfolded. A thousand tokens of a sensible document are a third. */
const MOST_SELECTED = 5_000;

/** The code of every refusal for its price. */
export const TOO_COSTLY = 'QUERY_TOO_COSTLY';

type Nodes = readonly FieldNode[];
type Fields = ReturnType<typeof collectFields>;

const NOTHING: OperationPrice = { rows: 0, calls: 0, drawingMs: 0, bytes: 0 };

/**
 * The price of an operation before it runs. Fields are collected as graphql-js does it, so that fragments, directives and fields
 * that are selected twice count as they are executed; of an abstract type the dearest object counts. With `mostRows`, as if no
 * page was asked to be longer. Throws a GraphQLError when more is selected than anybody means, or nothing
 * to subscribe to.
 */
export function priceOf(asked: PricedOperation, mostRows = Number.POSITIVE_INFINITY): OperationPrice {
  const { schema, operation, fragments, variables } = asked;
  let selected = 0;

  function ofFields(type: GraphQLObjectType, fields: Fields, place: Place): OperationPrice {
    const { objects, answers } = place;
    const loaders = new Map<GraphQLNamedOutputType, number>();
    let total = NOTHING;
    for (const [key, nodes] of fields) {
      selected += 1;
      if (selected > MOST_SELECTED) throw tooMuchSelected();
      total = sum(total, { bytes: objects * (key.length + 6) });
      const [node] = nodes;
      const field = node && type.getFields()[node.name.value];
      if (!field) {
        total = sum(total, introspectionPrice(asked, type, nodes) ?? { bytes: objects * TEXT_BYTES });
        continue;
      }
      const price = stated(field, node);
      const isList = isListType(getNullableType(field.type));
      const count = isList ? objects * (price.rows ?? place.rows ?? ROWS_UNSTATED) : objects;
      const named = getNamedType(field.type);
      const loads = price.calls ? undefined : statedPrice(named, () => undefined).calls;
      if (loads !== undefined) loaders.set(named, loads);
      const below = { objects: count, answers: price.calls ? objects : answers, rows: price.rows ?? null };
      const inside = ofValue(named, nodes, below, price);
      const mayFail = price.calls !== undefined || price.drawingMs || loads;
      total = sum(total, {
        rows: inside.rows + (isList ? count : 0),
        calls: inside.calls + objects * (price.calls ?? 0),
        drawingMs: inside.drawingMs + objects * (price.drawingMs ?? 0),
        bytes: mayFail ? Math.max(inside.bytes, objects * ERROR_BYTES) : inside.bytes,
      });
    }
    return sum(total, { calls: answers * [...loaders.values()].reduce((all, calls) => all + calls, 0) });
  }

  function ofValue(type: GraphQLNamedOutputType, nodes: Nodes, place: Place, { bytes }: Price): OperationPrice {
    if (place.objects === 0) return NOTHING;
    if (isLeafType(type))
      return sum(NOTHING, { bytes: place.objects * (bytes ?? LEAF_BYTES[type.name] ?? TEXT_BYTES) });
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    return possible
      .map((one) => ofFields(one, collectSubfields(schema, fragments, variables, one, nodes), place))
      .reduce(dearest, NOTHING);
  }

  function stated(field: GraphQLField<unknown, unknown>, node: FieldNode): Price {
    return statedPrice(field, (name) => {
      // One by one: what no price looks at, as a cursor, may change without a new price.
      const args = field.args.filter((arg) => arg.name === name);
      const value = getArgumentValues({ ...field, args }, node, variables)[name];
      return name === 'first' && Number(value) > mostRows ? mostRows : value;
    });
  }

  const root = schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  const fields = collectFields(schema, fragments, variables, root, operation.selectionSet);
  // graphql-js takes for granted that there is one.
  if (operation.operation === 'subscription' && fields.size === 0) throw nothingSelected();
  return ofFields(root, fields, { objects: 1, answers: 1, rows: null });
}

function sum(one: OperationPrice, other: Partial<OperationPrice>): OperationPrice {
  return {
    rows: one.rows + (other.rows ?? 0),
    calls: one.calls + (other.calls ?? 0),
    drawingMs: one.drawingMs + (other.drawingMs ?? 0),
    bytes: one.bytes + (other.bytes ?? 0),
  };
}

function dearest(one: OperationPrice, other: OperationPrice): OperationPrice {
  return {
    rows: Math.max(one.rows, other.rows),
    calls: Math.max(one.calls, other.calls),
    drawingMs: Math.max(one.drawingMs, other.drawingMs),
    bytes: Math.max(one.bytes, other.bytes),
  };
}

function nothingSelected(): GraphQLError {
  return new GraphQLError(
    'The directives of this subscription leave its one field out: there is nothing to subscribe to.',
  );
}

function tooMuchSelected(): GraphQLError {
  const message =
    `The operation selects more than ${MOST_SELECTED} fields, its fragments unfolded, before any list is counted. ` +
    'Split it into several operations.';
  return new GraphQLError(message, { extensions: { code: TOO_COSTLY } });
}
