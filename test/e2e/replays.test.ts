import { beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { chatOf } from '../../src/sandbox/world/chats.ts';
import { addInvite, findInvite, type Invite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import { COMMUNITY, peer, STRANGER } from '../support/link-scene.ts';
import { OWNER } from '../support/sandbox-links.ts';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/start-gateway.ts';
import { makeStorePlace } from '../support/store-place.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { subscribeWs } from '../support/subscribe-ws.ts';

const FIELDS = '__typename ... on ExportedChatInvite { link title revoked usage permanent }';
const RESULTS = {
  exportChatInvite: FIELDS,
  editExportedChatInvite: FIELDS,
  revokeExportedChatInvite: `${FIELDS}
    ... on ExportedChatInviteReplaced { invite { link title revoked } newInvite { link title revoked } }`,
  deleteExportedChatInvite: '__typename ... on DeletedExportedChatInvite { link }',
  importChatInvite: '__typename ... on ChatJoined { chat { title } }',
  hideChatJoinRequest: '__typename ... on ChatJoinRequestHidden { user { firstName } }',
};

/** What a mutation answers, whether it is a replay, and the calls to Telegram that it took. */
async function run(gateway: TestGateway, mutation: keyof typeof RESULTS, input: object, headers = {}) {
  const type = `${mutation.replace(/^./, (letter) => letter.toUpperCase())}Input!`;
  const before = gateway.calls.length;
  const { data, errors, extensions } = await gateway.query(
    `mutation ($input: ${type}) { result: ${mutation}(input: $input) { ${RESULTS[mutation]} } }`,
    { input },
    headers,
  );
  expect(errors).toBeUndefined();
  const result: Readonly<Record<string, unknown>> = data?.['result'] ?? {};
  return { ...result, link: String(result['link']), extensions, calls: gateway.calls.slice(before) };
}

const REPLAY = { extensions: { replayed: [['result']] } };
const READ = 'messages.GetExportedChatInvite';

/** The link in the sandbox, for what another client does to it. */
function linkIn({ sandbox: { world } }: TestGateway, link: string): Invite {
  const invite = findInvite(world, chatOf(world, COMMUNITY), link);
  if (!invite) throw new Error('no such link');
  return invite;
}

/** A gateway on a data directory of its own, and how to start it again on the same. */
async function startTwice(options: TestGatewayOptions = {}) {
  const place = await makeStorePlace();
  const sandbox: Sandbox = await startSandbox();
  const start = () => startTestGateway({ ...options, sandbox, env: place.env });
  let gateway = await start();
  return {
    get gateway() {
      return gateway;
    },
    async restart() {
      await gateway.app.close();
      gateway = await start();
    },
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

const exportInput = { peer, title: 'Poster', idempotencyKey: 'export' };

describe('a user account: a replay is read again, with one call', () => {
  test.each<[string, (gateway: TestGateway, link: string) => Promise<unknown>, object]>([
    [
      'edited by this gateway',
      (gateway, link) => run(gateway, 'editExportedChatInvite', { peer, link, title: 'Flyer' }),
      { title: 'Flyer', revoked: false },
    ],
    [
      'revoked by this gateway',
      (gateway, link) => run(gateway, 'revokeExportedChatInvite', { peer, link }),
      { title: 'Poster', revoked: true },
    ],
    [
      'revoked and deleted by this gateway',
      async (gateway, link) => {
        await run(gateway, 'revokeExportedChatInvite', { peer, link });
        await run(gateway, 'deleteExportedChatInvite', { peer, link });
      },
      { title: 'Poster', revoked: true },
    ],
    [
      'revoked by another client, after somebody came by it',
      async (gateway, link) => Object.assign(linkIn(gateway, link), { revoked: true, usage: 1 }),
      { title: 'Poster', revoked: true, usage: 1 },
    ],
    [
      'deleted by another client',
      async (gateway, link) => Object.assign(linkIn(gateway, link), { revoked: true, deleted: true }),
      { title: 'Poster', revoked: true },
    ],
  ])('%s, in this run and the next', async (_, change, changed) => {
    await using twice = await startTwice();
    const first = await run(twice.gateway, 'exportChatInvite', exportInput);
    expect(first).toMatchObject({ title: 'Poster', revoked: false, extensions: undefined });
    await change(twice.gateway, first.link);
    const replay = { __typename: 'ExportedChatInvite', link: first.link, ...changed, ...REPLAY, calls: [READ] };
    expect(await run(twice.gateway, 'exportChatInvite', exportInput)).toMatchObject(replay);
    await twice.restart();
    expect(await run(twice.gateway, 'exportChatInvite', exportInput)).toMatchObject(replay);
  });

  test.each<[string, (sandbox: Sandbox) => void]>([
    [
      'Telegram refuses the read',
      ({ faults }) =>
        faults.add({ fault: { kind: 'rpcError', code: 400, type: 'CHANNEL_PRIVATE' }, method: READ, times: 9 }),
    ],
    [
      'a flood',
      ({ faults }) => faults.add({ fault: { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_60' }, method: READ }),
    ],
    ['no answer', ({ faults }) => faults.add({ fault: { kind: 'silence' }, method: READ, times: 9 })],
  ])('%s: the kept answer, with what is known to have changed, within the deadline', async (_, spoil) => {
    await using gateway = await startTestGateway();
    const headers = { 'x-deadline-ms': '3000', 'x-wait-for-floods': 'true' };
    const { link } = await run(gateway, 'exportChatInvite', exportInput);
    await run(gateway, 'editExportedChatInvite', { peer, link, title: 'Flyer' });
    spoil(gateway.sandbox);
    const untouched = await run(gateway, 'exportChatInvite', exportInput, headers);
    expect(untouched).toMatchObject({ link, title: 'Flyer', revoked: false, ...REPLAY });
    gateway.sandbox.faults.clear();
    await run(gateway, 'revokeExportedChatInvite', { peer, link });
    spoil(gateway.sandbox);
    const revoked = await run(gateway, 'exportChatInvite', exportInput, headers);
    expect(revoked).toMatchObject({ link, title: 'Flyer', revoked: true, ...REPLAY });
  });

  test('Telegram is not there: the kept answer, with what is known to have changed', async () => {
    await using gateway = await startTestGateway();
    const { link } = await run(gateway, 'exportChatInvite', exportInput);
    await run(gateway, 'revokeExportedChatInvite', { peer, link });
    const { faults } = gateway.sandbox;
    faults.add({ fault: { kind: 'cut' }, method: READ });
    const outage = faults.add({ fault: { kind: 'refuse' } });
    expect(await run(gateway, 'exportChatInvite', exportInput)).toMatchObject({ link, revoked: true, ...REPLAY });
    expect(await run(gateway, 'exportChatInvite', exportInput)).toMatchObject({ link, revoked: true, ...REPLAY });
    outage.remove();
  });

  test('that another client has revoked it is known from one replay to the next, Telegram or not', async () => {
    await using gateway = await startTestGateway();
    const { link } = await run(gateway, 'exportChatInvite', exportInput);
    linkIn(gateway, link).revoked = true;
    await run(gateway, 'exportChatInvite', exportInput);
    gateway.sandbox.faults.add({ fault: { kind: 'rpcError', code: 400, type: 'CHANNEL_PRIVATE' }, method: READ });
    expect(await run(gateway, 'exportChatInvite', exportInput)).toMatchObject({ revoked: true, ...REPLAY });
  });

  test('of a primary link that was replaced, the one in its place is read', async () => {
    await using gateway = await startTestGateway();
    const { link } = await run(gateway, 'exportChatInvite', { peer, legacyRevokePermanent: true });
    const input = { peer, link, idempotencyKey: 'revoke' };
    const first = await run(gateway, 'revokeExportedChatInvite', input);
    expect(first).toMatchObject({ invite: { link, revoked: true }, newInvite: { revoked: false } });
    await run(gateway, 'exportChatInvite', { peer, legacyRevokePermanent: true });
    const replay = await run(gateway, 'revokeExportedChatInvite', input);
    expect(replay).toMatchObject({ invite: { link, revoked: true }, newInvite: { revoked: true }, calls: [READ] });
  });

  test('a chat that was joined and a person who was let in have their present names', async () => {
    await using owner = await startTestGateway();
    const { world } = owner.sandbox;
    const chat = chatOf(world, COMMUNITY);
    const joiner = await startTestGateway({ account: 'joiner', sandbox: owner.sandbox });
    const join = { link: addInvite(world, chat, OWNER, {}).link, idempotencyKey: 'join' };
    await run(joiner, 'importChatInvite', join);
    requestToJoin(world, chat, userOf(world, STRANGER), addInvite(world, chat, OWNER, { requestNeeded: true }));
    const decide = { peer, user: 'sandbox_stranger', approved: true, idempotencyKey: 'decide' };
    await run(owner, 'hideChatJoinRequest', decide);
    Object.assign(chat, { title: 'Renamed' });
    Object.assign(userOf(world, STRANGER), { firstName: 'Friend' });
    expect(await run(joiner, 'importChatInvite', join)).toMatchObject({ chat: { title: 'Renamed' }, ...REPLAY });
    expect(await run(owner, 'hideChatJoinRequest', decide)).toMatchObject({ user: { firstName: 'Friend' }, ...REPLAY });
    await joiner.app.close();
  });
});

describe('a bot account, which can read no link', () => {
  test('a replay knows what this gateway has changed, in this run and the next, and costs no call', async () => {
    await using twice = await startTwice({ account: 'bot' });
    const exported = await run(twice.gateway, 'exportChatInvite', exportInput);
    const { link } = exported;
    const edit = { peer, link, title: 'Flyer', idempotencyKey: 'edit' };
    await run(twice.gateway, 'editExportedChatInvite', edit);
    const asked = async () => [
      await run(twice.gateway, 'exportChatInvite', exportInput),
      await run(twice.gateway, 'editExportedChatInvite', edit),
    ];
    const edited = { link, title: 'Flyer', revoked: false, ...REPLAY, calls: [] };
    expect(await asked()).toMatchObject([edited, edited]);
    await twice.restart();
    expect(await asked()).toMatchObject([edited, edited]);
    await run(twice.gateway, 'revokeExportedChatInvite', { peer, link });
    const revoked = { ...edited, revoked: true };
    expect(await asked()).toMatchObject([revoked, revoked]);
    await twice.restart();
    expect(await asked()).toMatchObject([revoked, revoked]);
  });

  test('a primary link that another has taken the place of is revoked, though no request named it', async () => {
    await using gateway = await startTestGateway({ account: 'bot' });
    const primary = (idempotencyKey: string) =>
      run(gateway, 'exportChatInvite', { peer, legacyRevokePermanent: true, idempotencyKey });
    const { link } = await primary('one');
    expect(await primary('one')).toMatchObject({ link, revoked: false, ...REPLAY });
    const second = await primary('two');
    expect(await primary('one')).toMatchObject({ link, revoked: true, ...REPLAY });
    expect(await primary('two')).toMatchObject({ link: second.link, revoked: false, ...REPLAY });
    const revoke = { peer, link: second.link, idempotencyKey: 'revoke' };
    expect(await run(gateway, 'revokeExportedChatInvite', revoke)).toMatchObject({ newInvite: { revoked: false } });
    expect(await primary('two')).toMatchObject({ link: second.link, revoked: true });
    await primary('three');
    expect(await run(gateway, 'revokeExportedChatInvite', revoke)).toMatchObject({
      invite: { link: second.link, revoked: true },
      newInvite: { revoked: true },
    });
  });
});

describe('how a replay is told', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
    return () => gateway[Symbol.asyncDispose]();
  });
  const one = (key: string, name = 'made') =>
    `${name}: exportChatInvite(input: { peer: "${peer}", idempotencyKey: "${key}" }) { ... on ExportedChatInvite { link } }`;
  async function post(query: string, accept = 'application/json') {
    const headers = { 'content-type': 'application/json', accept };
    const response = await fetch(gateway.app.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return { header: response.headers.get('idempotency-replayed'), text: await response.text() };
  }

  test('a header for one root field, the path in the extensions', async () => {
    const query = `mutation { ...F } fragment F on Mutation { ${one('alone')} }`;
    const first = await post(query);
    expect(first.header).toBeNull();
    expect(JSON.parse(first.text)).not.toHaveProperty('extensions');
    const replay = await post(query);
    expect(replay.header).toBe('true');
    expect(JSON.parse(replay.text)).toEqual({ ...JSON.parse(first.text), extensions: { replayed: [['made']] } });
  });

  test('of several root fields those that are replays, and no header', async () => {
    const { header, text } = await post(
      `mutation { ${one('a', 'a')} ${one('b', 'b')} ${one('a', 'c')} ${one('b', 'd')} }`,
    );
    expect(header).toBeNull();
    const { data, extensions } = JSON.parse(text);
    expect(extensions).toEqual({ replayed: [['c'], ['d']] });
    expect([data.c, data.d]).toEqual([data.a, data.b]);
  });

  test('in the result over server-sent events and a WebSocket, too', async () => {
    await post(`mutation { ${one('streamed')} }`);
    const replay = { data: { made: { link: expect.any(String) } }, extensions: { replayed: [['made']] } };
    await using events = await subscribeSse(gateway.app.url, `mutation { ${one('streamed')} }`);
    expect((await events.next()).value).toEqual(replay);
    await using socket = await subscribeWs(gateway.app.url, `mutation { ${one('streamed')} }`);
    expect((await socket.next()).value).toEqual(replay);
    expect((await post(`mutation { ${one('streamed')} }`, 'text/event-stream')).header).toBe('true');
  });
});
