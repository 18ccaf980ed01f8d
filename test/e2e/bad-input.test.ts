import { isInputObjectType } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

let gateway: TestGateway;
let linksBefore: number;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => {
  gateway.calls.length = 0;
  linksBefore = gateway.sandbox.world.invites.length;
});

const EXPORT = `mutation ($input: ExportChatInviteInput!) {
  exportChatInvite(input: $input) {
    __typename
    ... on Error { message code }
    ... on FieldError { path }
    ... on InvalidInputError { issues { path message code } }
  }
}`;
const peer = 'sandbox_community';

function expectNothingHappened() {
  expect(gateway.calls).toEqual([]);
  expect(gateway.sandbox.world.invites).toHaveLength(linksBefore);
}

test.each([
  [{ peer, usageLimit: 0 }, 'UsageLimitInvalidError'],
  [{ peer, usageLimit: -1 }, 'UsageLimitInvalidError'],
  [{ peer, usageLimit: 100_000 }, 'UsageLimitInvalidError'],
  [{ peer, expireDate: 43 }, 'ExpireDateInvalidError'],
  [{ peer, expireDate: '2001-01-01T00:00:00Z' }, 'ExpireDateInvalidError'],
  [{ peer, expireDate: '2038-01-19T03:14:08Z' }, 'ExpireDateInvalidError'],
  [{ peer, title: 'x'.repeat(33) }, 'InvalidInputError'],
  [{ peer, requestNeeded: true, usageLimit: 5 }, 'InvalidInputError'],
  [{ peer, subscriptionPricing: { period: 60, amount: 1 } }, 'SubscriptionPeriodInvalidError'],
  [{ peer, subscriptionPricing: { period: 2_592_000, amount: 0 } }, 'InvalidInputError'],
  [{ peer, usageLimit: 5, subscriptionPricing: { period: 2_592_000, amount: 1 } }, 'InvalidInputError'],
  [{ peer: '' }, 'UsernameInvalidError'],
  [{ peer: '@' }, 'UsernameInvalidError'],
  [{ peer: 'a b' }, 'UsernameInvalidError'],
  [{ peer: 'https://example.com/x' }, 'InvalidInputError'],
  [{ peer: 't.me/+AbCdEfGhIjKlMnOp' }, 'InvalidInputError'],
  [{ peer: '9'.repeat(30) }, 'PeerIdInvalidError'],
  [{ peer: 'me' }, 'PeerIdInvalidError'],
  [{ peer: 7000000001 }, 'PeerIdInvalidError'],
])('%j answers %s and costs no call', async (input, typeName) => {
  const { data } = await gateway.query(EXPORT, { input });
  expect(data?.['exportChatInvite']).toMatchObject({ __typename: typeName, message: expect.stringMatching(/\w+ \w+/) });
  expectNothingHappened();
});

test.each([
  [{ usageLimit: 0 }, ['input', 'usageLimit']],
  [{ expireDate: 43 }, ['input', 'expireDate']],
  [{ subscriptionPricing: { period: 60, amount: 1 } }, ['input', 'subscriptionPricing', 'period']],
  [{ peer: 'a b' }, ['input', 'peer']],
  [{ peer: 'me' }, ['input', 'peer']],
  [{ peer: '-1009999999999' }, ['input', 'peer']],
])('%j is told at its field', async (input, path) => {
  const { data } = await gateway.query(EXPORT, { input: { peer, ...input } });
  expect(data?.['exportChatInvite']).toMatchObject({ path });
});

test('all that is wrong is told in one answer, whatever type it has alone', async () => {
  const input = { peer: 'me', title: 'x'.repeat(33), usageLimit: 0, expireDate: 43 };
  const { data } = await gateway.query(EXPORT, { input });
  expect(data?.['exportChatInvite']).toMatchObject({
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    issues: [
      { path: ['input', 'peer'], code: 'PEER_ID_INVALID' },
      { path: ['input', 'title'], code: 'INVALID_INPUT' },
      { path: ['input', 'usageLimit'], code: 'USAGE_LIMIT_INVALID' },
      { path: ['input', 'expireDate'], code: 'EXPIRE_DATE_INVALID' },
    ],
  });
  expectNothingHappened();
});

/** Fields that may be wrong, with a value each that is. */
const WRONG: Readonly<Record<string, string>> = {
  peer: 'https://example.com/x',
  user: 'a b',
  admin: 'a b',
  idempotencyKey: '',
};
const RIGHT: Readonly<Record<string, unknown>> = { link: 'AbCdEfGhIjKlMnOp', approved: true };

// Those of sign-ins and accounts take no key.
const KEYED = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(
  (name) => !/SignIn|^(rename|resume|remove)Account$/.test(name),
);

test.each(KEYED)('%s tells of a key that is none beside all else that is wrong', async (name) => {
  const type = `${name.replace(/^./, (letter) => letter.toUpperCase())}Input`;
  const known = schema.getType(type);
  const fields = isInputObjectType(known) ? Object.keys(known.getFields()) : [];
  const wrong = fields.filter((field) => field in WRONG);
  const input = Object.fromEntries(fields.map((field) => [field, WRONG[field] ?? RIGHT[field]]));
  const { data } = await gateway.query(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ... on InvalidInputError { issues { path } } } }`,
    { input },
  );
  expect(wrong).toContain('idempotencyKey');
  const issues = wrong.map((field) => ({ path: ['input', field] }));
  expect(data?.[name]).toEqual({ issues: expect.arrayContaining(issues) });
  expectNothingHappened();
});

test.each(['2028-02-29T12:00:00Z', '2030-12-31T23:59:59.999-11:30', '2030-01-31 12:00z'])(
  'the date %s exists',
  async (expireDate) => {
    const { data } = await gateway.query(EXPORT, { input: { peer, expireDate } });
    expect(data?.['exportChatInvite']).toMatchObject({ __typename: 'ExportedChatInvite' });
    const seconds = Math.floor(new Date(expireDate).getTime() / 1000);
    expect(gateway.sandbox.world.exportRequests.at(-1)).toMatchObject({ expireDate: seconds });
  },
);

test('a title of 32 emoji is taken', async () => {
  const title = '🎉'.repeat(32);
  const { data } = await gateway.query(EXPORT, { input: { peer, title } });
  expect(data?.['exportChatInvite']).toMatchObject({ __typename: 'ExportedChatInvite' });
  expect(gateway.sandbox.world.exportRequests.at(-1)).toMatchObject({ title });
});

test.each([
  [{ peer, expireDate: Date.now() + 3_600_000 }, /can only be milliseconds/],
  [{ peer, expireDate: 'tomorrow' }, /RFC 3339/],
  [{ peer, expireDate: '2030-01-31' }, /RFC 3339/],
  [{ peer, expireDate: '2030-02-30T12:00:00Z' }, /no day 2030-02-30/],
  [{ peer, expireDate: '2029-02-29T00:00:00+02:00' }, /no day 2029-02-29/],
  [{ peer, expireDate: '2030-04-31 12:00Z' }, /no day 2030-04-31/],
  [{ peer, expireDate: '2030-01-01T24:00:00Z' }, /hours are 00 to 23/],
  [{ peer, expireDate: 1.5 }, /whole number/],
  [{ peer, usageLimit: 1.5 }, /usageLimit/],
  [{ peer: { id: 5 } }, /Peer/],
  [{ peer, nonsense: true }, /nonsense/],
  [{}, /peer/],
])('%j is refused by the schema, with the reason, and costs no call', async (input, reason) => {
  const answer = await gateway.query(EXPORT, { input });
  expect(answer.errors).toMatchObject([
    { message: expect.stringMatching(reason), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect(answer.data).toBeUndefined();
  expectNothingHappened();
});

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const WRITTEN = '-1002000000001';

test.each([
  '',
  'nonsense',
  ...[
    ['', 'User:', 'Nothing:1', 'toString:1', 'ExportedChatInvite:', 'User', `Query:${WRITTEN}`],
    [
      'Chat:sandbox_community',
      'Chat:@sandbox_community',
      'Chat:me',
      'Chat:7000000001',
      'Chat:-1000000000000',
      'Chat:0',
    ],
    ['Chat:-01002000000001', `Chat:${WRITTEN} `, `Chat: ${WRITTEN}`, `Chat:${WRITTEN}\n`, `Chat:${'-9'.repeat(30)}`],
    ['User:me', 'User:+7000000001', 'User:07000000001', 'User:0', 'User:99999999999999999999', `User:${WRITTEN}`],
    [`JoinRequest:${WRITTEN}:0`, `JoinRequest:${WRITTEN}:9999999999999`, `JoinRequest:${WRITTEN}:07000000001`],
    [`JoinRequest:${WRITTEN}:${WRITTEN}`, `JoinRequest:${WRITTEN}:7000000001:1`, 'JoinRequest:-0:7000000001'],
    ...[
      '',
      ' AbCdEfGhIjKlMnOp',
      'AbCdEfGhIjKlMnOp ',
      'https://t.me/+AbCdEfGhIjKlMnOp',
      't.me/+AbCdEfGhIjKlMnOp',
      '+AbCd',
    ].map((hash) => [`ExportedChatInvite:${WRITTEN}:${hash}`]),
    ['ExportedChatInvite:-01002000000001:AbCdEfGhIjKlMnOp', 'ExportedChatInvite:7000000001:AbCdEfGhIjKlMnOp'],
  ]
    .flat()
    .map(base64),
  // The same bytes, written otherwise.
  `${base64(`Chat:${WRITTEN}`)} `,
  base64(`Chat:${WRITTEN}`).replace(/=+$/, ''),
])('node(id: %j), which no id field ever gave, is INVALID_INPUT and costs no call', async (id) => {
  const answer = await gateway.query(NODE, { id });
  expect(answer.data).toEqual({ node: null });
  expect(answer.errors).toMatchObject([{ path: ['node'], extensions: { code: 'INVALID_INPUT' } }]);
  expectNothingHappened();
});

test('node(id) takes the ids that the gateway gives', async () => {
  const read = `{ chat(peer: "sandbox_community") {
    id
    exportedInvites(first: 2) { edges { node { id admin { id } } } }
    joinRequests(first: 2) { edges { node { id } } }
  } }`;
  const ids: string[] = [];
  JSON.stringify((await gateway.query(read)).data, (key, value) => {
    if (key === 'id') ids.push(value);
    return value;
  });
  expect(ids.length).toBeGreaterThan(3);
  for (const id of ids) {
    const [typename] = Buffer.from(id, 'base64').toString().split(':');
    expect((await gateway.query(NODE, { id })).data).toEqual({ node: { __typename: typename, id } });
  }
});

test.each(['peer', 'expireDate'])('a %s of 40,000 brackets is refused in words', async (field) => {
  // As text: JSON.stringify does not come through either.
  const nested = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
  const input = field === 'peer' ? `{"peer":${nested}}` : `{"peer":"${peer}","expireDate":${nested}}`;
  const response = await fetch(gateway.app.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":${JSON.stringify(EXPORT)},"variables":{"input":${input}}}`,
  });
  const { errors } = await response.json();
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors[0].message).toContain('a list is no');
  expectNothingHappened();
});
