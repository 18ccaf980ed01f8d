import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FaultRule } from '../../src/sandbox/faults/fault.ts';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { setMember } from '../../src/sandbox/world/membership.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { startSandbox } from '../support/start-sandbox.ts';

const EXPORT = `mutation ($account: String, $key: String, $title: String) {
  exportChatInvite(input: { peer: "sandbox_community", account: $account, idempotencyKey: $key, title: $title }) {
    __typename ... on ExportedChatInvite { link admin { username } } ... on Error { message code }
    ... on TelegramUnavailableError { outcome } ... on InvalidInputError { issues { path message } }
  }
}`;

let gateway: TestGateway;
/** `ada` and `owner` may both make links in @sandbox_community, and so may `bot`. `owner` is the default. */
beforeEach(async () => {
  const sandbox = await startSandbox();
  const community = findChatByUsername(sandbox.world, 'sandbox_community');
  if (!community) throw new Error('no @sandbox_community');
  setMember(sandbox.world, community, 7_000_000_004n, 'admin', true);
  const env = { DEFAULT_ACCOUNT: 'owner' };
  gateway = await startTestGateway({ sandbox, accounts: ['ada', 'bot', 'owner'], env });
  // Each has seen the chat, and its right is known.
  for (const account of ['ada', 'bot', 'owner']) {
    await gateway.query('query ($account: String) { chat(peer: "sandbox_community", account: $account) { id } }', {
      account,
    });
  }
  gateway.records.length = 0;
});
afterEach(() => gateway[Symbol.asyncDispose]());

async function make(variables: object = {}) {
  const { data } = await gateway.query(EXPORT, variables);
  return data?.['exportChatInvite'] as unknown as Record<string, unknown>;
}

const by = (username: string) => ({ __typename: 'ExportedChatInvite', admin: { username } });
const IDS = new Map([
  [7_000_000_001n, 'owner'],
  [7_000_000_002n, 'bot'],
  [7_000_000_004n, 'ada'],
]);
const userOf = (authKeyId: string) => gateway.sandbox.world.authorizations.get(authKeyId)?.userId ?? 0n;
/** The accounts that have sent this method since the start. */
const sent = (method: string) =>
  gateway.records.filter((record) => record.method === method).map(({ authKeyId }) => IDS.get(userOf(authKeyId)));
const EXPORT_METHOD = 'messages.ExportChatInvite';
const links = () => [...gateway.sandbox.world.invites.values()].filter(({ title }) => title === 'Counted');
const addFault = (account: string, fault: FaultRule['fault'], times: number | null = 1) =>
  gateway.sandbox.faults.add({ method: 'messages.exportChatInvite', account, fault, times });
const FLOOD = { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_30' } as const;

test('a warm route costs no extra call; among equals a user before a bot, and the default first', async () => {
  expect(await make()).toMatchObject(by('sandbox_owner'));
  // The admin of the answer is looked up.
  expect(gateway.records.map(({ method }) => method)).toEqual([EXPORT_METHOD, 'users.GetUsers']);
});

test('a right that is not known is asked for with one call, of the account that would be taken', async () => {
  const sandbox = await startSandbox();
  const community = findChatByUsername(sandbox.world, 'sandbox_community');
  if (!community) throw new Error('no @sandbox_community');
  setMember(sandbox.world, community, 7_000_000_004n, 'member', true);
  await using two = await startTestGateway({
    sandbox,
    accounts: ['ada', 'owner'],
    env: { DEFAULT_ACCOUNT: 'ada' },
  });
  const methods = () => two.records.map(({ method }) => method).filter((method) => method !== 'users.GetUsers');
  const made = { data: { exportChatInvite: by('sandbox_owner') } };
  // That `ada` is a plain member is not kept when it sees the chat.
  await two.query('{ chat(peer: "sandbox_community", account: "owner") { id } }');
  await two.query('{ chat(peer: "sandbox_community", account: "ada") { id } }');
  two.records.length = 0;
  expect(await two.query(EXPORT)).toMatchObject(made);
  expect(methods()).toEqual(['channels.GetChannels', EXPORT_METHOD]);
  two.records.length = 0;
  expect(await two.query(EXPORT)).toMatchObject(made);
  expect(methods()).toEqual([EXPORT_METHOD]);
});

test('a flood wait of one account passes exports on to the next of the same kind, and to no pinned one', async () => {
  addFault('owner', FLOOD);
  expect(await make()).toMatchObject(by('sandbox_ada'));
  // The wait is known now: the first is not asked any more.
  expect(await make()).toMatchObject(by('sandbox_ada'));
  expect(sent(EXPORT_METHOD)).toEqual(['owner', 'ada', 'ada']);
  expect(await make({ account: 'owner' })).toMatchObject({ code: 'FLOOD_WAIT' });
  addFault('ada', FLOOD);
  expect(await make(), 'a bot makes another sort of link').toMatchObject({ code: 'FLOOD_WAIT' });
  expect(sent(EXPORT_METHOD)).toEqual(['owner', 'ada', 'ada', 'ada']);
});

test('a refusal of this account that answered the first sending moves the call on; one that is about the call does not', async () => {
  addFault('owner', { kind: 'rpcError', code: 400, type: 'CHAT_ADMIN_REQUIRED' });
  expect(await make()).toMatchObject(by('sandbox_ada'));
  gateway.records.length = 0;
  addFault('ada', { kind: 'rpcError', code: 400, type: 'USAGE_LIMIT_INVALID' });
  addFault('owner', { kind: 'rpcError', code: 400, type: 'USAGE_LIMIT_INVALID' });
  expect(await make()).toMatchObject({ code: 'USAGE_LIMIT_INVALID' });
  expect(sent(EXPORT_METHOD)).toHaveLength(1);
});

test.each([
  ['executed, the answer lost', { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when: 'after' }],
  ['not executed, told as Telegram’s own fault', { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL' }],
] as const)(
  'after an uncertain outcome (%s) nothing goes to another account, whatever is refused later',
  async (_what, fault) => {
    addFault('owner', fault);
    const key = 'one wish';
    const first = await make({ key, title: 'Counted' });
    // From now on the account is refused as one that may not, which would let a fresh call move on.
    addFault('owner', { kind: 'rpcError', code: 400, type: 'CHAT_ADMIN_REQUIRED' }, null);
    const again = await make({ key, title: 'Counted' });
    expect(links().length).toBeLessThanOrEqual(1);
    expect(new Set(sent(EXPORT_METHOD))).toEqual(new Set(['owner']));
    if (first['link']) expect(again['link']).toBe(first['link']);
  },
);

test('one key, 32 first requests at once, two able accounts, one going in and out of a flood wait: one link', async () => {
  addFault('owner', FLOOD);
  const answers = await Promise.all(Array.from({ length: 32 }, () => make({ key: 'at once', title: 'Counted' })));
  expect(links()).toHaveLength(1);
  expect(new Set(answers.map((answer) => answer['link'])).size).toBe(1);
  expect(await make({ key: 'at once', title: 'Counted' })).toMatchObject({ link: answers[0]?.['link'] });
  expect(await make({ key: 'at once', title: 'Counted', account: 'owner' })).toMatchObject({
    __typename: 'IdempotencyKeyReusedError',
  });
});

test('a bot’s link is edited by that bot alone, read by the chat’s owner; "mine" is the default account’s', async () => {
  const made = await make({ account: 'bot' });
  gateway.records.length = 0;
  const { data } = await gateway.query(
    `mutation ($link: InviteLink!) { editExportedChatInvite(input: { peer: "sandbox_community", link: $link, title: "T" }) {
      __typename ... on ExportedChatInvite { title } ... on Error { code } } }`,
    { link: made['link'] },
  );
  expect(data).toEqual({ editExportedChatInvite: { __typename: 'ExportedChatInvite', title: 'T' } });
  expect(sent('messages.EditExportedChatInvite')).toEqual(['bot']);
  const read = await gateway.query(
    `query ($link: InviteLink!) { chat(peer: "sandbox_community") {
      exportedInvite(link: $link) { admin { username } } exportedInvites { edges { node { admin { username } } } } } }`,
    { link: made['link'] },
  );
  expect(read.data).toMatchObject({ chat: { exportedInvite: { admin: { username: 'sandbox_doorman_bot' } } } });
  expect(sent('messages.GetExportedChatInvite')).toEqual(['owner']);
  expect(sent('messages.GetExportedChatInvites')).toEqual(['owner']);
});

test('an account whose writes are held makes nothing; the next one does', async () => {
  addFault('owner', { kind: 'rpcError', code: 400, type: 'PEER_FLOOD' });
  // The refusal itself proves that nothing was done.
  expect(await make()).toMatchObject(by('sandbox_ada'));
  expect(await make()).toMatchObject(by('sandbox_ada'));
  expect(sent(EXPORT_METHOD)).toEqual(['owner', 'ada', 'ada']);
  expect(await make({ account: 'owner' })).toMatchObject({ __typename: 'AccountUnavailableError' });
});

test('a chat that no account has seen: the default alone looks for it, and nobody else is asked', async () => {
  const { data, errors } = await gateway.query('{ chat(peer: "-1002000000999") { title } }');
  expect([data, errors?.[0]?.extensions?.['code']]).toEqual([{ chat: null }, 'PEER_NOT_FOUND']);
  const callers = new Set(gateway.records.map(({ authKeyId }) => IDS.get(userOf(authKeyId))));
  expect(callers).toEqual(new Set(['owner']));
});

test('what means "mine" is the default account’s, and never moves on', async () => {
  const primary = `mutation ($account: String) { exportChatInvite(input: {
    peer: "sandbox_community", legacyRevokePermanent: true, account: $account }) {
      __typename ... on ExportedChatInvite { admin { username } } ... on Error { code } } }`;
  expect((await gateway.query(primary)).data).toMatchObject({ exportChatInvite: by('sandbox_owner') });
  addFault('owner', FLOOD);
  expect((await gateway.query(primary)).data).toMatchObject({ exportChatInvite: { code: 'FLOOD_WAIT' } });
  expect(sent(EXPORT_METHOD)).toEqual(['owner', 'owner']);
});

test.each([
  ['its session is revoked', { kind: 'revokeSession' }],
  ['it is limited', { kind: 'rpcError', code: 400, type: 'PEER_FLOOD' }],
] as const)(
  'the one account that has seen a chat cannot act, as %s: the default looks for the chat itself',
  async (_why, fault) => {
    await using fresh = await startTestGateway({ accounts: ['bot', 'owner'], env: { DEFAULT_ACCOUNT: 'owner' } });
    const export_ = async (more = '') =>
      (
        await fresh.query(
          `mutation { exportChatInvite(input: { peer: "sandbox_community" ${more} }) {
          __typename ... on ExportedChatInvite { admin { username } } ... on Error { message } } }`,
        )
      ).data?.['exportChatInvite'];
    expect(await export_(', account: "bot"')).toMatchObject(by('sandbox_doorman_bot'));
    fresh.sandbox.faults.add({ account: 'bot', method: 'messages.exportChatInvite', fault });
    expect(await export_(', account: "bot"')).toMatchObject({ __typename: 'AccountUnavailableError' });
    expect(await export_()).toMatchObject(by('sandbox_owner'));
  },
);
