import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExamples } from '../../src/http/examples.ts';
import { chatOf } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { addChat } from '../../src/sandbox/world/membership.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import {
  AccountAndChatsDocument,
  ApproveAndDeclineDocument,
  BrokenRulesDocument,
  EditALinkDocument,
  ExportChatInviteDocument,
  FloodWaitDocument,
  JoinByALinkDocument,
  LinkWithApprovalDocument,
  LookAtALinkDocument,
  PaidLinkDocument,
  RefusalsDocument,
  ReplacePrimaryLinkDocument,
  RevokeAndDeleteDocument,
  WhoCameAndWhoWaitsDocument,
} from '../gql/graphql.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ accounts: ['owner', 'bot'] });
});
afterAll(() => gateway[Symbol.asyncDispose]());

test('01: a link, with its chat and its admin', async () => {
  const answer = await gateway.post(ExportChatInviteDocument);
  expect(answer).toEqual({
    data: {
      exportChatInvite: {
        __typename: 'ExportedChatInvite',
        id: expect.any(String),
        link: expect.stringMatching(/^https:\/\/t\.me\/\+/),
        title: 'My very normal title',
        usageLimit: 43,
        usage: 0,
        date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
        permanent: false,
        chat: { peer: '-1002000000001', title: 'Sandbox Community', username: 'sandbox_community' },
        admin: { firstName: 'Olive', username: 'sandbox_owner' },
      },
    },
  });
});

test('07: a link with approval and an end', async () => {
  const { data } = await gateway.post(LinkWithApprovalDocument);
  expect(data?.exportChatInvite).toMatchObject({ requestNeeded: true, expireDate: '2037-12-31T23:59:59.000Z' });
});

test('08: a paid link of a channel', async () => {
  const { data } = await gateway.post(PaidLinkDocument);
  expect(data?.exportChatInvite).toMatchObject({ subscriptionPricing: { period: 2592000, amount: 100 } });
});

test('09: a new primary link of a basic group', async () => {
  const { data } = await gateway.post(ReplacePrimaryLinkDocument);
  expect(data?.exportChatInvite).toMatchObject({ permanent: true, chat: { peer: '-7001', kind: 'BASIC_GROUP' } });
});

test('03: every refusal is a type', async () => {
  const { data, errors } = await gateway.post(RefusalsDocument);
  expect(errors).toBeUndefined();
  expect(Object.entries(data ?? {}).map(([alias, result]) => [alias, result?.__typename])).toEqual([
    ['removed', 'ChannelPrivateError'],
    ['notAnAdmin', 'ChatAdminRequiredError'],
    ['readOnly', 'ChatWriteForbiddenError'],
    ['aPerson', 'PeerIdInvalidError'],
    ['noSuchGroup', 'ChatIdInvalidError'],
    ['nobody', 'UsernameNotOccupiedError'],
  ]);
});

test('10: every broken rule is told', async () => {
  const { data, errors } = await gateway.post(BrokenRulesDocument);
  expect(errors).toBeUndefined();
  expect(Object.entries(data ?? {}).map(([alias, result]) => [alias, result?.__typename])).toEqual([
    ['limit', 'UsageLimitInvalidError'],
    ['expired', 'ExpireDateInvalidError'],
    ['excluded', 'InvalidInputError'],
    ['limitAndTitle', 'InvalidInputError'],
    ['inviteLink', 'InvalidInputError'],
  ]);
});

test('11: the account and chats', async () => {
  const { data } = await gateway.post(AccountAndChatsDocument);
  expect(data).toMatchObject({
    account: {
      name: 'owner',
      kind: 'USER',
      user: { peer: '7000000001', username: 'sandbox_owner', isBot: false },
      state: { status: 'READY', message: null },
    },
    accounts: [
      { name: 'bot', kind: 'BOT', state: { status: 'READY' } },
      { name: 'owner', kind: 'USER', state: { status: 'READY' } },
    ],
    asBot: { title: 'Sandbox Community' },
    chat: { peer: '-1002000000002', kind: 'CHANNEL', permanentInvite: { link: expect.any(String), usage: 0 } },
    node: { __typename: 'Chat', kind: 'BASIC_GROUP' },
  });
});

describe('04 and 12, which want a link', () => {
  test.each([
    ['EditALink', ['InviteHashExpiredError']],
    ['RevokeAndDelete', ['InviteHashExpiredError', 'InviteHashExpiredError']],
  ])('%s with the variables that its tab brings says what is wrong with them', async (name, types) => {
    const tab = (await loadExamples()).find(({ query }) => query.includes(`mutation ${name}(`));
    const answer = await gateway.query(tab?.query ?? '', JSON.parse(tab?.variables ?? '{}'));
    expect(answer.errors).toBeUndefined();
    const results: readonly object[] = Object.values(answer.data ?? {});
    expect(results).toEqual(
      types.map((__typename) => ({ __typename, message: expect.stringContaining('Give the link exactly') })),
    );
  });

  test('04: a limited link is switched to approval', async () => {
    const link = await makeLink();
    const { data } = await gateway.post(EditALinkDocument, { link });
    expect(data?.editExportedChatInvite).toMatchObject({
      link,
      title: 'Edited',
      usageLimit: null,
      requestNeeded: true,
    });
  });

  test('12: a link is revoked, then deleted', async () => {
    const link = await makeLink();
    const { data } = await gateway.post(RevokeAndDeleteDocument, { link });
    expect(data).toEqual({
      revokeExportedChatInvite: { __typename: 'ExportedChatInvite', link, revoked: true, usage: 0 },
      deleteExportedChatInvite: {
        __typename: 'DeletedExportedChatInvite',
        deletedId: expect.any(String),
        link,
        chat: { title: 'Sandbox Community' },
      },
    });
  });

  /** As the first tab makes it: with a limit. */
  async function makeLink(): Promise<string> {
    const { data } = await gateway.post(ExportChatInviteDocument);
    return data?.exportChatInvite.__typename === 'ExportedChatInvite' ? data.exportChatInvite.link : '';
  }
});

describe('06 and 14', () => {
  const JOINER = 7_000_000_007n;

  test('06: one is let in whom tab 05 has shown, everybody who waits elsewhere turned away', async () => {
    // A gateway that has not seen anybody yet.
    await using fresh = await startTestGateway();
    const { world } = fresh.sandbox;
    const community = chatOf(world, -1_002_000_000_001n);
    requestToJoin(world, community, userOf(world, JOINER), null);
    const tabs = await loadExamples();
    const [eleventh, twelfth] = ['WhoCameAndWhoWaits(', 'ApproveAndDecline('].map((name) =>
      tabs.find(({ query }) => query.includes(name)),
    );
    const early = await fresh.post(ApproveAndDeclineDocument, JSON.parse(twelfth?.variables ?? '{}'));
    expect(early.data?.hideChatJoinRequest.__typename).toBe('PeerNotFoundError');
    expect(early.data?.hideAllChatJoinRequests).toMatchObject({
      approved: false,
      chat: { title: 'Sandbox Community' },
    });
    expect(community.pendingRequests).toEqual([]);
    await fresh.query(eleventh?.query ?? '', JSON.parse(eleventh?.variables ?? '{}'));
    const { data } = await fresh.post(ApproveAndDeclineDocument, JSON.parse(twelfth?.variables ?? '{}'));
    expect(data).toMatchObject({
      hideChatJoinRequest: { approved: true, user: { peer: '7300000040' }, chat: { title: 'Sandbox Big' } },
      hideAllChatJoinRequests: { __typename: 'HideRequesterMissingError' },
    });
  });

  test('14 with the variables that its tab brings says what is wrong with them', async () => {
    const link = JSON.parse(
      (await loadExamples()).find(({ query }) => query.includes('LookAtALink('))?.variables ?? '{}',
    );
    const looked = await gateway.post(LookAtALinkDocument, link);
    expect(looked.errors?.[0]?.extensions).toMatchObject({ code: 'INVITE_HASH_EXPIRED' });
    const { data } = await gateway.post(JoinByALinkDocument, link);
    expect(data?.importChatInvite).toMatchObject({ __typename: 'InviteHashExpiredError' });
  });

  test('14: a link is looked at, then joined by', async () => {
    const { world } = gateway.sandbox;
    const elsewhere = addChat(world, { id: 3_000_001n, kind: 'supergroup', title: 'Elsewhere', creator: JOINER });
    const { link } = addInvite(world, elsewhere, JOINER);
    const looked = await gateway.post(LookAtALinkDocument, { link });
    expect(looked.data?.checkChatInvite).toMatchObject({ __typename: 'ChatInvite', title: 'Elsewhere' });
    const { data } = await gateway.post(JoinByALinkDocument, { link });
    expect(data?.importChatInvite).toEqual({
      __typename: 'ChatJoined',
      chat: { peer: '-1000003000001', title: 'Elsewhere' },
    });
  });
});

test('02: who asks to be let in is watched as it happens', async () => {
  const tab = (await loadExamples()).find(({ query }) => query.includes('subscription WatchJoinRequests('));
  await using client = await subscribeSse(gateway.app.url, tab?.query ?? '', JSON.parse(tab?.variables ?? '{}'));
  const { world } = gateway.sandbox;
  requestToJoin(world, chatOf(world, -1_002_000_000_001n), userOf(world, 7_000_000_008n), null);
  expect((await client.next()).value).toMatchObject({
    data: {
      chatJoinRequests: {
        user: { firstName: 'Sol', username: 'sandbox_stranger' },
        chat: { title: 'Sandbox Community' },
        invite: null,
      },
    },
  });
});

test('05: who waits, who came by the primary link, and that link to scan', async () => {
  const { data, errors } = await gateway.post(WhoCameAndWhoWaitsDocument, { peer: 'sandbox_big' });
  expect(errors).toBeUndefined();
  expect(data?.chat).toMatchObject({
    title: 'Sandbox Big',
    requestsPending: 40,
    joinRequests: { totalCount: 40 },
    permanentInvite: {
      qrCode: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
      importers: { totalCount: 1_500, pageInfo: { hasNextPage: true } },
    },
  });
  expect(data?.chat?.joinRequests?.edges).toHaveLength(5);
  expect(data?.chat?.permanentInvite?.importers?.edges).toHaveLength(20);
});

test('15: a wait is told with what is left of it, and holds for the other tabs', async () => {
  for (const document of [FloodWaitDocument, FloodWaitDocument, ExportChatInviteDocument]) {
    const { data } = await gateway.query(document);
    expect(data?.['exportChatInvite']).toMatchObject({ __typename: 'FloodWaitError' });
  }
});

test('the gateway serves the schema that is committed', async () => {
  const answer = await fetch(new URL('/schema.graphql', gateway.app.url));
  expect(await answer.text()).toBe(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
});

test('the README shows the first example as the file has it', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const operation = read('schema/operations/01-export-chat-invite.graphql').replaceAll(/^#.*\n/gm, '');
  expect(read('README.md')).toContain(operation.trimEnd());
});
