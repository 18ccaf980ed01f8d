import { getIntrospectionQuery, getOperationAST, getVariableValues, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { priceOf } from '../../src/http/price/operation-price.ts';
import { fragmentsOf } from '../../src/http/price/use-operation-price.ts';
import { seededChance } from '../../src/sandbox/faults/seeded-chance.ts';
import { schema } from '../../src/schema/index.ts';
import { NESTED, QR_CODES } from '../support/dear-operations.ts';
import { type Answer, startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { ask, worldPools } from '../torture/operations/ask.ts';
import { type GeneratedOperation, generateOperations } from '../torture/operations/generate.ts';
import { judge } from '../torture/operations/judge.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const OF_THE_ACCOUNT = ['messages.GetDialogs', 'updates.GetState'];
const EVENTS = `subscription ($n: Int = 1000) { chatJoinRequests(peer: "sandbox_community") {
  chat { exportedInvites(first: $n) { edges { node { importers(first: $n) { totalCount } } } } } } }`;

function refusalOf(answer: Pick<Answer<unknown>, 'errors'>) {
  expect(answer).not.toHaveProperty('data.chat');
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors?.[0]?.extensions).toMatchObject({
    code: 'QUERY_TOO_COSTLY',
    limits: { rows: 10_000, calls: 50 },
  });
  return answer.errors?.[0];
}

test('eleven aliases of a PNG over 124 links are refused before anything runs, with what to ask instead', async () => {
  const before = gateway.calls.length;
  const refusal = refusalOf(await gateway.query(QR_CODES, { n: 124 }));
  expect(refusal?.message).toMatch(
    /would cost \d+ milliseconds of drawing \(at most 500\).*first: 3 .*one link in its own/,
  );
  expect(gateway.calls.length).toBe(before);
  const { data, errors } = await gateway.query(QR_CODES, { n: refusal?.extensions?.['first'] });
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data).match(/data:image\/png/g)).toHaveLength(33);
  refusalOf(await gateway.query(QR_CODES, { n: 4 }));
});

test('chats inside of links inside of chats are refused by their variables, and by defaults', async () => {
  const refusal = refusalOf(await gateway.query(NESTED, { n: 60 }));
  expect(refusal?.extensions).toMatchObject({ price: { rows: 60 + 60 ** 2 + 60 ** 3 } });
  expect(refusal?.message).toMatch(/219660 rows .*3\d{3} Telegram calls \(at most 50\).*first: 5 at most/);
  refusalOf(await gateway.query(NESTED));
  refusalOf(await gateway.query(NESTED.replace('$n: Int', '$n: Int = 60')));
  const { data, errors } = await gateway.query(NESTED, { n: refusal?.extensions?.['first'] });
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data).match(/"cursor"/g)).toHaveLength(5 ** 3);
  refusalOf(await gateway.query(NESTED, { n: 6 }));
});

test('whichever way it comes', async () => {
  const asked = new URL(gateway.app.url);
  asked.searchParams.set('query', NESTED);
  asked.searchParams.set('variables', '{"n": 60}');
  const get = await fetch(asked, {
    headers: { accept: 'application/graphql-response+json', 'x-graphql-yoga-csrf': '1' },
  });
  expect(get.status).toBe(400);
  refusalOf(await get.json());
  for (const subscribe of [subscribeSse, subscribeWs]) {
    for (const [query, variables] of [
      [NESTED, { n: 60 }],
      [EVENTS, {}],
    ] as const) {
      await using client = await subscribe(gateway.app.url, query, variables);
      const { value } = await client.next();
      expect(value?.errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COSTLY' });
      expect(await client.next()).toMatchObject({ done: true });
    }
  }
});

test('a subscription whose one field is left out is refused for that', async () => {
  for (const subscribe of [subscribeSse, subscribeWs]) {
    const query = 'subscription { chatJoinRequests(peer: "sandbox_community") @skip(if: true) { about } }';
    await using client = await subscribe(gateway.app.url, query);
    const { value } = await client.next();
    expect(value?.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/nothing to subscribe to/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
});

test('a directive without a value is told before anything runs', async () => {
  const query = 'query ($b: Boolean = true) { chat(peer: "sandbox_big") { title @include(if: $b) } }';
  const answer = await gateway.query(query, { b: null });
  expect(answer.errors?.[0]).toMatchObject({
    message: expect.stringMatching(/"if"/),
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(answer).not.toHaveProperty('data');
});

test('the schema is told once in an operation, or a few times in part', async () => {
  const whole = getIntrospectionQuery();
  expect((await gateway.query(whole)).errors).toBeUndefined();
  const [head = '', rest = ''] = whole.split(/(?=fragment FullType)/);
  const part = head
    .slice(head.indexOf('{', head.indexOf('__schema')))
    .trim()
    .replace(/\}$/, '');
  const fifteen = Array.from({ length: 15 }, (_, n) => `a${n}: __schema { ...S }`).join(' ');
  const query = `{ ${fifteen} } fragment S on __Schema ${part} ${rest}`;
  const refusal = refusalOf(await gateway.query(query));
  expect(refusal?.message).toMatch(/rows in the answer .*Split it/);
});

test('an operator may allow more calls', async () => {
  const query =
    'query ($n: Int) { chat(peer: "sandbox_big") { exportedInvites(first: $n) { edges { node { importers { totalCount } } } } } }';
  expect(refusalOf(await gateway.query(query, { n: 60 }))?.message).toMatch(/63 Telegram calls/);
  await using generous = await startTestGateway({ env: { OPERATION_CALLS: '70' } });
  expect((await generous.query(query, { n: 60 })).errors).toBeUndefined();
});

test('operations that nobody wrote cost no more than their price, or are refused', { timeout: 120_000 }, async () => {
  const { url } = gateway.app;
  const operations = generateOperations(schema, seededChance(14), await worldPools(url));
  const outcomes = new Map<string, number>();
  for (let asked = 0; asked < 300; asked += 1) {
    const operation = operations.next().value;
    const before = gateway.calls.length;
    const answered = await ask(url, operation);
    const { outcome, problem } = judge(answered);
    expect(problem, JSON.stringify(operation)).toBeNull();
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    // The walk through all chats is the account's, every five minutes at most, and so is Telegram's clock, every ten; a
    // feed goes on when its subscriber has left.
    const calls = gateway.calls.slice(before).filter((method) => !OF_THE_ACCOUNT.includes(method));
    if (outcome !== 'served') {
      if (outcome !== 'subscribed') expect(calls).toEqual([]);
      continue;
    }
    const price = priceOfGenerated(operation);
    const told = JSON.stringify({ ...operation, calls });
    expect(calls.length, told).toBeLessThanOrEqual(price.calls);
    expect(rowsOf(JSON.parse(answered.text).data), told).toBeLessThanOrEqual(price.rows);
    expect(Buffer.byteLength(answered.text), told).toBeLessThanOrEqual(price.bytes + 100);
  }
  expect(Object.fromEntries(outcomes)).toMatchObject({
    served: expect.any(Number),
    subscribed: expect.any(Number),
    'refused for its price': expect.any(Number),
  });
});

function priceOfGenerated({ query, variables: given }: GeneratedOperation) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const { coerced: variables = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return priceOf({ schema, operation, fragments: fragmentsOf(document), variables });
}

/** How many elements the lists of an answer have. */
function rowsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((rows, each) => rows + rowsOf(each), 0);
  return Array.isArray(value) ? inside + value.length : inside;
}
