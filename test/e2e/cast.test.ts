import { afterAll, beforeAll, expect, test } from 'vitest';
import { PaidLinkDocument } from '../gql/graphql.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const EXPORT = `mutation ($input: ExportChatInviteInput!) {
  exportChatInvite(input: $input) {
    __typename
    ... on ExportedChatInvite { link chat { peer title } admin { username } }
    ... on Error { code }
    ... on TelegramError { telegramCode }
    ... on FieldError { path }
    ... on FloodWaitError { retryAfterSeconds retryAt }
  }
}`;

const exported = async (input: object) => (await gateway.query(EXPORT, { input })).data?.['exportChatInvite'];

test.each(['sandbox_community', '@sandbox_community', 't.me/sandbox_community', 'https://t.me/sandbox_community'])(
  'the supergroup answers a link to %j, with its chat and admin',
  async (peer) => {
    expect(await exported({ peer })).toMatchObject({
      __typename: 'ExportedChatInvite',
      link: expect.stringMatching(/^https:\/\/t\.me\/\+[\w-]{16}$/),
      chat: { title: 'Sandbox Community' },
      admin: { username: 'sandbox_owner' },
    });
  },
);

test('a supergroup answers a link to its marked id, which no username was resolved for', async () => {
  await using fresh = await startTestGateway();
  const peer = '-1002000000001';
  const answer = await fresh.query(EXPORT, { input: { peer } });
  expect(answer.data?.['exportChatInvite']).toMatchObject({ __typename: 'ExportedChatInvite', chat: { peer } });
  expect(fresh.calls).not.toContain('contacts.ResolveUsername');
});

test('the channel answers a link, and a paid one', async () => {
  expect(await exported({ peer: 'sandbox_news' })).toMatchObject({ __typename: 'ExportedChatInvite' });
  const paid = await gateway.post(PaidLinkDocument);
  expect(paid.data?.exportChatInvite).toMatchObject({ subscriptionPricing: { period: 2592000, amount: 100 } });
});

test('the basic group answers a link to its marked id', async () => {
  expect(await exported({ peer: '-7001' })).toMatchObject({
    __typename: 'ExportedChatInvite',
    chat: { peer: '-7001' },
  });
});

test.each([
  ['sandbox_private', { __typename: 'ChannelPrivateError', code: 'CHANNEL_PRIVATE', telegramCode: 400 }],
  ['sandbox_member_only', { __typename: 'ChatAdminRequiredError', code: 'CHAT_ADMIN_REQUIRED', telegramCode: 400 }],
  ['sandbox_readonly', { __typename: 'ChatWriteForbiddenError', code: 'CHAT_WRITE_FORBIDDEN', telegramCode: 403 }],
  [
    'sandbox_user',
    { __typename: 'PeerIdInvalidError', code: 'PEER_ID_INVALID', telegramCode: 400, path: ['input', 'peer'] },
  ],
  ['-40404', { __typename: 'ChatIdInvalidError', code: 'CHAT_ID_INVALID', telegramCode: 400, path: ['input', 'peer'] }],
  [
    'sandbox_nobody',
    {
      __typename: 'UsernameNotOccupiedError',
      code: 'USERNAME_NOT_OCCUPIED',
      telegramCode: 400,
      path: ['input', 'peer'],
    },
  ],
  [
    'sandbox_flood',
    {
      __typename: 'FloodWaitError',
      code: 'FLOOD_WAIT',
      telegramCode: 420,
      retryAfterSeconds: 30,
      retryAt: expect.stringMatching(/Z$/),
    },
  ],
])('%s answers its type', async (peer, answer) => {
  expect(await exported({ peer })).toEqual(answer);
});
