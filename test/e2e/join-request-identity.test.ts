import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import { JOINER, type LinkScene, openLinkScene, peer, STRANGER } from '../support/link-scene.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';

let scene: LinkScene;
beforeAll(async () => {
  scene = await openLinkScene();
});
afterAll(() => scene[Symbol.asyncDispose]());

const LIST = `query ($link: InviteLink, $asksForLink: Boolean = false) { chat(peer: "${peer}") {
  joinRequests(link: $link) { edges { node { id date user { peer } invite @include(if: $asksForLink) { id link } } } } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { __typename id ... on JoinRequest {
  date about user { peer firstName } chat { title } invite { link } } } }`;
const DECIDE = `mutation ($input: HideChatJoinRequestInput!) { result: hideChatJoinRequest(input: $input) {
  ... on ChatJoinRequestHidden { joinRequestId chat { title } user { username } approved } } }`;
const LISTS = 'messages.GetChatInviteImporters';
const READ = 'messages.GetExportedChatInvite';

interface Row {
  readonly id: string;
  readonly date: string;
  readonly user: { readonly peer: string };
  readonly invite?: { readonly id: string; readonly link: string } | null;
}

async function list(variables: object = {}): Promise<readonly Row[]> {
  const { data, errors } = await scene.gateway.query(LIST, variables);
  expect(errors).toBeUndefined();
  const { edges } = data?.['chat']?.['joinRequests'] ?? ({ edges: [] } as never);
  return (edges as readonly { node: Row }[]).map(({ node }) => node);
}

const node = async (id: string) => {
  scene.gateway.calls.length = 0;
  const answer = await scene.gateway.query(NODE, { id });
  return { ...answer, lists: scene.sent(LISTS) };
};

test('a person at a chat is one object in the live event, the lists and the decision, and is gone after it', async () => {
  const { gateway, world, chat } = scene;
  scene.waiting([STRANGER], 60);
  const [before] = await list();
  await using events = await subscribeSse(
    gateway.app.url,
    `subscription { chatJoinRequests(peer: "${peer}") { id date user { peer } } }`,
  );
  const door = scene.makeLink({ requestNeeded: true });
  requestToJoin(world, chat, userOf(world, JOINER), door);
  const { value } = await events.next();
  const event = { ...(value?.data?.['chatJoinRequests'] as object), invite: null };
  const rows = await list({ asksForLink: true });
  expect(rows).toMatchObject([event, before ?? {}]);
  const byLink = await gateway.query(
    `query ($link: InviteLink!) { chat(peer: "${peer}") { exportedInvite(link: $link) {
      link pendingRequests { totalCount edges { node { id invite { link } } } } } } }`,
    { link: door.link },
  );
  expect(byLink.data?.['chat']).toEqual({
    exportedInvite: {
      link: door.link,
      pendingRequests: { totalCount: 1, edges: [{ node: { id: rows[0]?.id, invite: { link: door.link } } }] },
    },
  });

  const id = rows[0]?.id ?? '';
  expect(await node(id)).toMatchObject({
    data: { node: { __typename: 'JoinRequest', id, date: rows[0]?.date, user: { peer: `${JOINER}` }, invite: null } },
    lists: 1,
  });
  const decision = { peer, user: `${JOINER}`, approved: false, idempotencyKey: 'decide' };
  const { data } = await gateway.query(DECIDE, { input: decision });
  expect(data?.['result']).toMatchObject({ joinRequestId: id, user: { username: 'sandbox_joiner' }, approved: false });
  expect(await list()).toEqual([before]);
  expect(await node(id)).toEqual({ data: { node: null }, lists: 2 });
  const replay = await gateway.query(DECIDE, { input: decision });
  expect(replay).toMatchObject({ data: { result: { joinRequestId: id } }, extensions: { replayed: [['result']] } });
});

test('who asks again is the same object with a new date', async () => {
  scene.waiting([JOINER], 60);
  const [first] = await list();
  await scene.run('hideChatJoinRequest', { peer, user: 'sandbox_joiner', approved: false });
  scene.waiting([JOINER]);
  const [again] = await list();
  expect(again?.id).toBe(first?.id);
  expect(Date.parse(again?.date ?? '')).toBeGreaterThan(Date.parse(first?.date ?? ''));
});

test('the link of a list by link is read once for all rows, and only when somebody asks for it', async () => {
  const { gateway, world, chat } = scene;
  scene.waiting([]);
  const door = scene.makeLink({ requestNeeded: true });
  for (const id of [JOINER, STRANGER]) requestToJoin(world, chat, userOf(world, id), door);
  gateway.calls.length = 0;
  expect(await list({ link: door.link })).toHaveLength(2);
  expect(scene.sent(READ)).toBe(0);
  const rows = await list({ link: door.link, asksForLink: true });
  expect(rows.map(({ invite }) => invite?.link)).toEqual([door.link, door.link]);
  expect(scene.sent(READ)).toBe(1);
  scene.meet({ kind: 'rpcError', code: 400, type: 'CHANNEL_PRIVATE' }, 'messages.getExportedChatInvite');
  const { data, errors } = await gateway.query(LIST, { link: door.link, asksForLink: true });
  expect(data).toMatchObject({ chat: { joinRequests: { edges: [{ node: { invite: null } }, { node: {} }] } } });
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['CHANNEL_PRIVATE', 'CHANNEL_PRIVATE']);
});

test('deletedId is the id that the link had', async () => {
  const { link } = scene.makeLink({ revoked: true });
  const read = await scene.gateway.query(
    `query ($link: InviteLink!) { chat(peer: "${peer}") { exportedInvite(link: $link) { id } } }`,
    { link },
  );
  const remove = `mutation ($input: DeleteExportedChatInviteInput!) { result: deleteExportedChatInvite(input: $input) {
    ... on DeletedExportedChatInvite { deletedId link } } }`;
  const input = { peer, link, idempotencyKey: 'delete' };
  const answer = { result: { deletedId: read.data?.['chat']?.['exportedInvite']?.['id'], link } };
  expect((await scene.gateway.query(remove, { input })).data).toEqual(answer);
  const replay = { data: answer, extensions: { replayed: [['result']] } };
  expect(await scene.gateway.query(remove, { input })).toMatchObject(replay);
});

test('an id of nobody, of another chat and of no request', async () => {
  const idOf = (text: string) => Buffer.from(`JoinRequest:${text}`).toString('base64');
  expect(await node(idOf(`-1002000000001:7000000005`))).toEqual({ data: { node: null }, lists: 1 });
  for (const text of ['', ':', '-1002000000001', '-1002000000001:', '7000000007:7000000007', '-1002000000001:x', 'x:1'])
    expect(await node(idOf(text))).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }], lists: 0 });
});

test('a bot account cannot read a request again, and gets its id with the event and the decision', async () => {
  await using bots = await openLinkScene({ account: 'bot' });
  const { gateway, world, chat } = bots;
  bots.waiting([]);
  await using events = await subscribeSse(
    gateway.app.url,
    `subscription { chatJoinRequests(peer: "${peer}") { id invite { link } } }`,
  );
  const door = bots.makeLink({ requestNeeded: true });
  requestToJoin(world, chat, userOf(world, JOINER), door);
  const { value } = await events.next();
  expect(value?.data).toMatchObject({
    chatJoinRequests: { id: expect.any(String), invite: { link: expect.any(String) } },
  });
  const { id } = (value?.data?.['chatJoinRequests'] ?? {}) as { readonly id?: string };
  const { errors } = await gateway.query(NODE, { id });
  expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'BOT_METHOD_INVALID' } }]);
  const { data } = await gateway.query(DECIDE, { input: { peer, user: 'sandbox_joiner', approved: true } });
  expect(data?.['result']).toMatchObject({ joinRequestId: id });
  expect(gateway.calls).not.toContain(LISTS);
});
