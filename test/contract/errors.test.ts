import { globSync, readFileSync } from 'node:fs';
import { getNamedType, graphql, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { errorList } from '../../src/schema/error-list.ts';
import { presentError, schema } from '../../src/schema/index.ts';
import * as errors from '../../src/services/errors/errors.ts';
import {
  accountReasons,
  gatewayFaults,
  serverFaults,
  toDomainError,
  waits,
} from '../../src/services/errors/refusal-table.ts';
import { telegramErrors } from '../../src/services/errors/telegram-errors.ts';
import { RpcFailure } from '../../src/telegram/rpc-error.ts';

const listed = new Map(errorList.map((error) => [error.code, error]));
const typesOf = (name: string) => {
  const type = schema.getType(name);
  return isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
};
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => {
  const union = getNamedType(field.type);
  const input = field.args[0] && getNamedType(field.args[0].type);
  return {
    name: field.name,
    errors: isUnionType(union) ? union.getTypes().filter((type) => typesOf('Error').includes(type)) : [],
    inputs: isInputObjectType(input) ? input.getFields() : {},
  };
});

/** One of each failure that a caller can expect. */
const failures: readonly errors.GatewayError[] = [
  new errors.InvalidInputError([{ path: ['input', 'title'], message: 'It is too long.' }]),
  new errors.AccountNotFoundError('nobody'),
  new errors.PeerNotFoundError('Nobody has seen it.'),
  new errors.IdempotencyKeyReusedError(),
  new errors.IdempotencyUnavailableError(),
  new errors.StoreUnavailableError(),
  new errors.AccountInUseError('Another gateway acts as it.'),
  new errors.GatewayBusyError(3),
  new errors.SignInNotFoundError(),
  new errors.SignInStepError('Not now.'),
  new errors.TooManySignInsError(10, 3),
  new errors.AccountNameTakenError('support'),
  new errors.AccountExistsError('support'),
  ...(Object.keys(errors.SIGN_IN_ADVICE) as errors.SignInEndedCode[]).map((code) => new errors.SignInEndedError(code)),
  new errors.TelegramUnavailableError('No answer.', 'NOT_EXECUTED'),
  ...[...telegramErrors.keys(), ...Object.keys(accountReasons), ...serverFaults, 'BRAND_NEW_THING'].map((name) =>
    toDomainError(new RpcFailure(400, name), new Date(0)),
  ),
  ...[...waits].map((name) => toDomainError(new RpcFailure(420, `${name}_9`), new Date(0))),
];

/** The type that a union tells it by. */
const typeOf = ({ name }: errors.GatewayError) =>
  isObjectType(schema.getType(name)) ? name : 'UnexpectedTelegramError';

/** The `result` of the mutation, and the error of a read, when the services fail so. */
async function told(error: errors.GatewayError, mutation: (typeof mutations)[number]) {
  const failing = new Proxy({}, { get: () => () => Promise.reject(error) });
  const services = { chatInvites: failing, users: failing };
  const accounts = {
    list: () => [],
    on: (_call: unknown, run: (...args: object[]) => unknown) => run(services, { name: 'one' }),
  };
  const contextValue = {
    accounts,
    signIns: failing,
    management: failing,
    asked: [],
    replayed: [],
    pins: null,
  };
  const values: Record<string, unknown> = {
    peer: 'a_chat',
    link: 'AbCdEfGhIjKlMnOp',
    user: 'somebody',
    approved: true,
    name: 'support',
    newName: 'help',
    qr: { name: 'support' },
    id: 'a-sign-in',
    code: '22222',
    password: 'correct horse',
  };
  const given = Object.keys(mutation.inputs).filter((name) => name in values);
  const input = Object.fromEntries(given.map((name) => [name, values[name]]));
  const capital = mutation.name.replace(/^./, (letter) => letter.toUpperCase());
  const telegram = mutation.errors.some((type) => type.getFields()['telegramCode']);
  const source = `mutation ($input: ${capital}Input!) { result: ${mutation.name}(input: $input) {
    __typename ... on Error { message code } ${telegram ? '... on TelegramError { telegramCode }' : ''} ... on FieldError { path }
  } }`;
  const ofUnion = await graphql({ schema, source, contextValue, variableValues: { input } });
  const ofRead = await graphql({ schema, source: '{ node(id: "VXNlcjo3MDAwMDAwMDAx") { id } }', contextValue });
  expect(ofUnion.errors).toBeUndefined();
  const result = JSON.parse(JSON.stringify(ofUnion.data?.['result']));
  return { result, read: presentError(ofRead.errors?.[0]?.originalError)?.toJSON() };
}

test('there is a failure of each type that a union has', () => {
  const names = failures.map(typeOf);
  expect(names).toEqual(expect.arrayContaining(typesOf('Error').map(({ name }) => name)));
});

test.each(failures.map((error) => [error.code, error] as const))(
  'a union and a read tell %s by the same code, which is listed with the type and its fields',
  async (code, error) => {
    const type = typeOf(error);
    const mutation = mutations.find(({ errors }) => errors.some(({ name }) => name === type));
    if (!mutation) throw new Error(`no union has ${type}`);
    const { result, read } = await told(error, mutation);
    expect(read?.extensions?.['code']).toBe(code);
    expect([result.code, result.message]).toEqual([code, read?.message]);
    expect(result.telegramCode ?? read?.extensions?.['telegramCode']).toBe(read?.extensions?.['telegramCode']);
    expect(result.__typename).toBe(type);
    expect((listed.get(code) ?? listed.get(null))?.type).toBe(type);
  },
);

describe('schema/errors.json', () => {
  test('has each code once, and each type', () => {
    expect(listed.size).toBe(errorList.length);
    const types = new Set(errorList.map(({ type }) => type));
    expect([...types].filter((type) => type !== null).sort()).toEqual(
      typesOf('Error')
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('has what an error of a type has beside its message and its code', () => {
    for (const { type: name, fields } of errorList) {
      const type = schema.getType(name ?? '');
      if (isObjectType(type))
        expect(['code', 'message', ...fields].sort()).toEqual(Object.keys(type.getFields()).sort());
    }
  });

  test('has every name of the gateway’s own fault', () => {
    for (const name of Object.keys(gatewayFaults)) {
      expect(listed.get(toDomainError(new RpcFailure(303, `${name}_4`), new Date()).code)?.code).toBe(name);
    }
  });

  test('has every code that the gateway writes', () => {
    const sources = globSync(['src/http/**/*.ts', 'src/schema/scalars.ts', 'src/services/errors/errors.ts']);
    const forms = /(?:\bcode: |\bcode = |code'\] = |\?\? |refusing\(|TOO_COSTLY = )'([A-Z_]+)'/g;
    const written = sources.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(forms)].map(([, code]) => code));
    expect(new Set(written).size).toBeGreaterThan(25);
    expect([...new Set(written)].filter((code) => !listed.has(code ?? null))).toEqual([]);
  });

  test('tells to wait where there is a time to wait for', () => {
    const timed = errorList.filter(({ fields }) => fields.includes('retryAfterSeconds'));
    expect(timed.map(({ code }) => code)).toEqual(
      errorList.filter(({ repeat }) => repeat === 'after-wait').map(({ code }) => code),
    );
  });
});

test('a failure that is about a field is about one that the input has', () => {
  const failing = failures.filter((error) => 'field' in error && error.field !== null);
  expect(failing.length).toBeGreaterThan(15);
  for (const { name: mutation, errors: types, inputs } of mutations) {
    // Whatever Telegram refuses there is about the link: `test/unit/check-and-import.test.ts`.
    if (mutation === 'importChatInvite') continue;
    // It is about `name`: `test/e2e/kept-accounts.test.ts`.
    if (/^(rename|resume|remove)Account$/.test(mutation)) continue;
    for (const error of failing.filter(({ name }) => types.some((type) => type.name === name))) {
      // An edit tells it of `requestNeeded`: `test/e2e/edit-invite.test.ts`.
      if (mutation === 'editExportedChatInvite' && error.name === 'PricingChatInvalidError') continue;
      const [argument, field = ''] = 'field' in error && Array.isArray(error.field) ? error.field : [];
      expect([mutation, error.name, argument, field in inputs]).toEqual([mutation, error.name, 'input', true]);
    }
  }
});
