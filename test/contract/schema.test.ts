import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { expect, test } from 'vitest';
import { printErrorTable } from '../../src/schema/error-table.ts';
import { schema } from '../../src/schema/index.ts';
import { printContract, printErrors, printPossibleTypes } from '../../src/schema/printed.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

test('schema/schema.graphql is what the code prints', () => {
  expect(read('schema/schema.graphql')).toBe(printContract());
});

test.each([
  ['docs/errors.md', printErrorTable],
  ['schema/errors.json', printErrors],
  ['schema/possible-types.json', printPossibleTypes],
])('%s is what the code prints', (path, print) => {
  expect(read(path)).toBe(print());
});

test('the possible types are those of every interface and union of the schema', () => {
  const possible: Record<string, string[]> = JSON.parse(read('schema/possible-types.json'));
  const abstract = types.filter(isAbstractType);
  expect(Object.keys(possible).toSorted()).toEqual(abstract.map(({ name }) => name).toSorted());
  for (const type of abstract) {
    expect(possible[type.name]).toEqual(
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .toSorted(),
    );
  }
});

test('every element has a description', () => {
  expect(types.flatMap(undescribed)).toEqual([]);
});

test('every nullable output field says what null means', () => {
  const silent = types.flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => !String(field.type).endsWith('!') && !field.description?.includes('`null`'))
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );
  expect(silent).toEqual([]);
});

test('every mutation takes one input and answers a union of its own, by the naming rules', () => {
  for (const [name, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const capital = name.replace(/^./, (letter) => letter.toUpperCase());
    expect(field.args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${capital}Input!`]);
    expect(String(field.type)).toBe(`${capital}Result!`);
  }
});

test('every mutation but those of sign-ins, whose input is not kept, and of accounts takes an idempotencyKey; no entity tells what becomes of it', () => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const input = field.args[0] && getNamedType(field.args[0].type);
    const type = isInputObjectType(input) && input.getFields()['idempotencyKey']?.type;
    expect([field.name, String(type)]).toEqual([field.name, OF_ACCOUNTS.test(field.name) ? 'undefined' : 'String']);
  }
  expect(printContract()).not.toMatch(/^ +replayed:/m);
});

test('every error type implements Error, and those with a Telegram name TelegramError', () => {
  const errors = types.filter((type) => isObjectType(type) && type.name.endsWith('Error')).filter(isObjectType);
  expect(errors.length).toBeGreaterThan(15);
  for (const type of errors) {
    const interfaces = type.getInterfaces().map(({ name }) => name);
    expect(interfaces).toContain('Error');
    expect(interfaces.includes('TelegramError')).toBe('telegramCode' in type.getFields());
    expect(interfaces.includes('FieldError')).toBe('path' in type.getFields());
  }
});

test('ExportChatInviteResult holds the link and every failure that can be expected', () => {
  const union = schema.getType('ExportChatInviteResult');
  expect(
    isUnionType(union) &&
      union
        .getTypes()
        .map(({ name }) => name)
        .sort(),
  ).toEqual([
    'AccountNotFoundError',
    'AccountUnavailableError',
    'BusinessConnectionNotAllowedError',
    'ChannelInvalidError',
    'ChannelMonoforumUnsupportedError',
    'ChannelPrivateError',
    'ChatAdminRequiredError',
    'ChatIdInvalidError',
    'ChatInvitePublicJoinRequests',
    'ChatWriteForbiddenError',
    'ExpireDateInvalidError',
    'ExportedChatInvite',
    'FloodWaitError',
    'GatewayBusyError',
    'IdempotencyKeyReusedError',
    'IdempotencyUnavailableError',
    'InputUserDeactivatedError',
    'InvalidInputError',
    'MsgIdInvalidError',
    'PeerIdInvalidError',
    'PeerNotFoundError',
    'PricingChatInvalidError',
    'SubscriptionPeriodInvalidError',
    'TelegramUnavailableError',
    'UnexpectedTelegramError',
    'UsageLimitInvalidError',
    'UsernameInvalidError',
    'UsernameNotOccupiedError',
  ]);
});

const ANY_CALL = [
  'AccountUnavailableError',
  'BusinessConnectionNotAllowedError',
  'ChannelInvalidError',
  'ChannelPrivateError',
  'FloodWaitError',
  'IdempotencyKeyReusedError',
  'IdempotencyUnavailableError',
  'InvalidInputError',
  'PeerIdInvalidError',
  'TelegramUnavailableError',
  'UnexpectedTelegramError',
];
/** A sign-in has no account so far, and no key. */
const OF_ACCOUNTS = /SignIn|^(rename|resume|remove)Account$/;
const ANY_ACCOUNT = ['AccountNotFoundError', 'StoreUnavailableError'];
const ANY_SIGN_IN = [
  'AccountUnavailableError',
  'FloodWaitError',
  'InvalidInputError',
  'SignInEndedError',
  'TelegramUnavailableError',
  'UnexpectedTelegramError',
];
/** What finding the chat that a `peer` names may meet beside. */
const ANY_PEER = [
  'ChatAdminRequiredError',
  'ChatIdInvalidError',
  'ChatWriteForbiddenError',
  'PeerNotFoundError',
  'UsernameInvalidError',
  'UsernameNotOccupiedError',
];

test('every result holds what any call may meet, and where the input names a chat, what finding it may meet', () => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const union = getNamedType(field.type);
    const input = field.args[0] && getNamedType(field.args[0].type);
    const namesChat = isInputObjectType(input) && 'peer' in input.getFields();
    const names = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
    const anyCall = field.name.includes('SignIn') ? ANY_SIGN_IN : OF_ACCOUNTS.test(field.name) ? ANY_ACCOUNT : ANY_CALL;
    expect(names).toEqual(expect.arrayContaining(namesChat ? [...anyCall, ...ANY_PEER] : anyCall));
  }
});

function undescribed(type: GraphQLNamedType): string[] {
  const names = type.description ? [] : [type.name];
  if (isEnumType(type)) {
    return [
      ...names,
      ...type
        .getValues()
        .filter((value) => !value.description)
        .map((value) => `${type.name}.${value.name}`),
    ];
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return names;
  for (const field of Object.values(type.getFields())) {
    if (!field.description) names.push(`${type.name}.${field.name}`);
    if (!('args' in field)) continue;
    for (const arg of field.args) if (!arg.description) names.push(`${type.name}.${field.name}(${arg.name})`);
  }
  return names;
}
