import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  parse,
  validate,
} from 'graphql';

/** An operation that the schema allows. */
export interface GeneratedOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Values of the scalars that are more than a number, as there are in the world. */
export type Pools = Readonly<Record<string, readonly unknown[]>>;

const NUMBERS = [
  1, 2, 5, 10, 20, 20, 60, 99, 100, 124, 200, 256, 500, 512, 512, 999, 1_000, 0, 1_001, -1, 2_147_483_647,
];
/** How often an argument is given that need not be: a cursor or a link that fits no list makes an answer of nothing but an error. */
const GIVEN: Readonly<Record<string, number>> = {
  Int: 0.8,
  QrCodeFormat: 0.8,
  String: 0.1,
  InviteLink: 0.1,
  Peer: 0.2,
};
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/**
 * Operations without end, the same ones for the same `chance`: aliases, fragments inside of fragments, fields that are selected
 * twice, variables with and without defaults and values, directives, introspection, and lists inside of lists.
 */
export function* generateOperations(
  schema: GraphQLSchema,
  chance: () => number,
  pools: Pools,
): Generator<GeneratedOperation, never> {
  for (;;) {
    const operation = writeOperation(schema, chance, pools);
    if (isAllowed(schema, operation)) yield operation;
  }
}

/** Two fragments may ask for one name in two ways, which the schema forbids. */
function isAllowed(schema: GraphQLSchema, { query }: GeneratedOperation): boolean {
  try {
    return validate(schema, parse(query)).length === 0;
  } catch {
    return true; // graphql-js falls over a subscription whose field has a directive with a variable: let us see
  }
}

function writeOperation(schema: GraphQLSchema, chance: () => number, pools: Pools): GeneratedOperation {
  const isTrue = (probability: number) => chance() < probability;
  const below = (end: number) => Math.floor(chance() * end);
  const pick = <T>(from: readonly T[]): T | undefined => from[below(from.length)];

  const kind = isTrue(0.12) ? 'mutation' : isTrue(0.06) ? 'subscription' : 'query';
  /** How much it wants in all, how deep, and how often it goes into a list or an object where it may. */
  let fields = 3 + below(isTrue(0.3) ? 200 : 40);
  const depth = 3 + below(10);
  const hunger = 0.2 + 0.8 * chance();
  const variety = chance();
  let aliases = below(16);
  const definitions: string[] = [];
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];
  const fragmentsOf = new Map<string, string[]>();

  /** A literal, or a variable with or without a default and a value. */
  function argument(input: GraphQLArgument | GraphQLInputField): string {
    if (!isTrue(variety)) return literal(input.type);
    const name = `v${definitions.length}`;
    const fallback = isTrue(0.4) && !isInputObjectType(getNamedType(input.type)) ? ` = ${literal(input.type)}` : '';
    definitions.push(`$${name}: ${input.type}${fallback}`);
    const mayBeAbsent = fallback !== '' || !isNonNullType(input.type);
    if (!mayBeAbsent || isTrue(0.7)) variables[name] = value(input.type);
    return `$${name}`;
  }

  function value(type: GraphQLInputType): unknown {
    if (!isNonNullType(type) && isTrue(0.1)) return null;
    const named = getNamedType(type);
    if (isEnumType(named)) return pick(named.getValues())?.name;
    if (isInputObjectType(named)) {
      const given = Object.values(named.getFields()).filter((field) => isRequiredInputField(field) || isTrue(0.3));
      return Object.fromEntries(given.map((field) => [field.name, value(field.type)]));
    }
    if (named.name === 'Int') return pick(NUMBERS);
    if (named.name === 'Boolean') return isTrue(0.5);
    return pick(pools[named.name] ?? []);
  }

  function literal(type: GraphQLInputType): string {
    return print(value(type), getNamedType(type));
  }

  function print(given: unknown, type: GraphQLNamedType): string {
    if (isEnumType(type)) return String(given);
    if (isInputObjectType(type) && typeof given === 'object' && given !== null) {
      const entries = Object.entries(given).map(([name, inner]) => {
        const field = type.getFields()[name];
        return `${name}: ${field ? print(inner, getNamedType(field.type)) : 'null'}`;
      });
      return `{ ${entries.join(', ')} }`;
    }
    return JSON.stringify(given) ?? 'null';
  }

  function directive(): string {
    if (!isTrue(0.06)) return '';
    const word = isTrue(0.5) ? 'include' : 'skip';
    if (isTrue(0.5)) return ` @${word}(if: ${isTrue(0.5)})`;
    const name = `v${definitions.length}`;
    definitions.push(`$${name}: Boolean!${isTrue(0.5) ? ' = true' : ''}`);
    variables[name] = isTrue(0.5);
    return ` @${word}(if: $${name})`;
  }

  function writeField(parent: GraphQLCompositeType, level: number): string {
    const all = 'getFields' in parent ? Object.values(parent.getFields()) : [];
    const objects = all.filter(({ type }) => !isLeafType(getNamedType(type)));
    const leaves = all.filter(({ type }) => isLeafType(getNamedType(type)));
    const dear = [
      objects.filter(({ name, type }) => ['chat', 'node'].includes(name) || /Connection|Edge/.test(String(type))),
      leaves.filter(({ args }) => args.length > 0),
    ];
    const goesDeeper = level < depth && objects.length > 0 && (leaves.length === 0 || isTrue(hunger));
    const [dearObjects = [], dearLeaves = []] = dear;
    const choice = goesDeeper ? [dearObjects, objects] : [dearLeaves, leaves];
    const field = pick((isTrue(hunger) && choice.find((some) => some.length > 0)) || (choice[1] ?? []));
    fields -= 1;
    if (!field) return '__typename';
    const given = field.args.filter(
      (arg) => isRequiredArgument(arg) || isTrue(GIVEN[getNamedType(arg.type).name] ?? 0.5),
    );
    const args = given.length > 0 ? `(${given.map((arg) => `${arg.name}: ${argument(arg)}`).join(', ')})` : '';
    const isAliased = aliases > 0 && isTrue(args === '' ? 0.1 : 0.6);
    if (isAliased) aliases -= 1;
    const alias = isAliased ? `${pick(NAMES)}${aliases}: ` : '';
    const type = getNamedType(field.type);
    const inside = isLeafType(type) ? '' : ` ${selection(type as GraphQLCompositeType, level + 1)}`;
    return `${alias}${field.name}${args}${directive()}${inside}`;
  }

  function writePart(type: GraphQLCompositeType, level: number): string {
    if (isAbstractType(type) && (isUnionType(type) || isTrue(0.5))) {
      const possible = pick(schema.getPossibleTypes(type));
      fields -= 1;
      return possible ? `... on ${possible.name}${directive()} ${selection(possible, level)}` : '__typename';
    }
    if (isTrue(0.08)) return `...${directive()} ${selection(type, level)}`;
    if (!isTrue(0.1)) return writeField(type, level);
    const known = pick(fragmentsOf.get(type.name) ?? []);
    if (known !== undefined && isTrue(0.6)) return `...${known}${directive()}`;
    const name = `F${fragments.length}`;
    fragments.push('');
    fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${selection(type, level)}`;
    fragmentsOf.set(type.name, [...(fragmentsOf.get(type.name) ?? []), name]);
    return `...${name}`;
  }

  function selection(type: GraphQLCompositeType, level: number): string {
    const parts = ['__typename'];
    const wanted = 1 + below(level < 2 ? 4 : 8);
    while (parts.length <= wanted && fields > 0) parts.push(writePart(type, level));
    return `{ ${parts.join(' ')} }`;
  }

  const root = schema.getRootType(kind as Parameters<GraphQLSchema['getRootType']>[0]);
  if (!root) throw new Error(`the schema has no ${kind}`);
  const introspects = kind === 'query' && isTrue(0.05);
  const meta = schema.getType('__Schema');
  const body = introspects
    ? `{ __schema ${selection(meta as GraphQLCompositeType, 1)} }`
    : kind === 'subscription'
      ? `{ ${writeField(root, 0)} }`
      : selection(root, 0);
  const declared = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
  return { kind, query: [`${kind} Generated${declared} ${body}`, ...fragments].join('\n'), variables };
}
